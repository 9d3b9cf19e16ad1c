import { qualifiedId, type Finding } from '../checks';
import type { ConstructMetadata } from '../topology';

/** Tells whether a construct of this library has warned of a finding already, on its own account. */
export function annotated(metadata: Iterable<ConstructMetadata>): (finding: Finding) => boolean {
  const warnings = new Map<string, string[]>();
  for (const { path, type, data } of metadata) {
    if (type === 'aws:cdk:warning' && typeof data === 'string') {
      warnings.set(path, [...warnings.get(path) ?? [], data]);
    }
  }
  return ({ id, path }) => warnings.get(path ?? '')?.some(text => text.includes(`::${qualifiedId(id)}]`)) ?? false;
}
