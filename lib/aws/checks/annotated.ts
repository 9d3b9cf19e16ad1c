import { qualifiedId, type Finding } from '../../checks';
import { writtenPath, type ConstructMetadata } from '../../topology';

/** The metadata type in which aws-cdk-lib stores warnings. */
export const WARNING = 'aws:cdk:warning';

/** Whether a construct of this library already warns of a finding: at the same path, or naming that path. */
export function annotated(metadata: Iterable<ConstructMetadata>): (finding: Finding) => boolean {
  const warnings = new Map<string, string[]>();
  for (const { path, type, data } of metadata) {
    if (type === WARNING && typeof data === 'string') {
      warnings.set(path, [...warnings.get(path) ?? [], data]);
    }
  }
  return ({ id, path = '' }) => [...warnings].some(([at, texts]) =>
    texts.some(text => text.includes(`::${qualifiedId(id)}]`) && (at === path || text.includes(` ${writtenPath(path)}. `))));
}
