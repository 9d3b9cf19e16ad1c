import { provisionedConcurrency } from './provisioned-concurrency';
import type { VersionNode } from '../nodes/function';
import type { Reader } from '../reader';
import type { FunctionTarget } from '../targets/target';
import type { Unknown } from '../values/value';

/** The versions that the app publishes. */
export function versions(reader: Reader): VersionNode[] {
  return reader.all('AWS::Lambda::Version').map(declared => ({
    function: published(reader.function(declared.properties.required('FunctionName'), declared), declared.origin.key),
    provisionedConcurrency: provisionedConcurrency(declared.properties),
    ...declared.origin,
  }));
}

/** The function with this version as its qualifier. */
function published(target: FunctionTarget | Unknown, resource: string): FunctionTarget | Unknown {
  if (target.kind === 'unknown') {
    return target;
  }
  const key = `${target.functionKey}:\${${resource}.Version}`;
  return { ...target, key, qualifier: { kind: 'reference', resource, attribute: 'Version' }, qualified: true };
}
