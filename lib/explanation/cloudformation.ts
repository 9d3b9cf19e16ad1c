import type { Caller } from './caller';
import type { CustomResourceNode, QualifiedFunction, Topology } from '../topology';

/** The custom resources for which CloudFormation calls a function. It calls asynchronously, and waits for an answer. */
export function customResourcesOf({ customResources }: Topology, { target }: QualifiedFunction): CustomResourceNode[] {
  return [...customResources.values()].filter(({ serviceToken }) => serviceToken.kind === 'function' && serviceToken.key === target.key);
}

/** Whether only CloudFormation calls a function, so that it runs during deployments only. */
export function isForDeployment(topology: Topology, fn: QualifiedFunction): boolean {
  return fn.invocations.length === 0 && customResourcesOf(topology, fn).length > 0;
}

/** Whether a caller is CloudFormation. */
export function isCloudFormation({ kind }: Pick<Caller, 'kind'>): boolean {
  return kind === 'custom-resource';
}

/** Whether CloudFormation is the only caller, so that a lost event fails the deployment. */
export function areCloudFormation(callers: readonly Caller[]): boolean {
  return callers.length > 0 && callers.every(isCloudFormation);
}
