import type { Caller } from './caller';
import type { CustomResourceNode, QualifiedFunction, Topology } from '../topology';

/** The custom resources for which CloudFormation calls a function: asynchronously, and it waits for the answer. */
export function customResourcesOf({ customResources }: Topology, { target }: QualifiedFunction): CustomResourceNode[] {
  return [...customResources.values()].filter(({ serviceToken }) => serviceToken.kind === 'function' && serviceToken.key === target.key);
}

/** Whether nobody but CloudFormation calls a function, so that it has a part in the deployment only. */
export function isForDeployment(topology: Topology, fn: QualifiedFunction): boolean {
  return fn.invocations.length === 0 && customResourcesOf(topology, fn).length > 0;
}

/** Whether a caller is CloudFormation, for a custom resource. */
export function isCloudFormation({ kind }: Pick<Caller, 'kind'>): boolean {
  return kind === 'custom-resource';
}

/** Whether there are callers, and each is CloudFormation: it misses the answer to what gets lost. */
export function areCloudFormation(callers: readonly Caller[]): boolean {
  return callers.length > 0 && callers.every(isCloudFormation);
}
