import { type CustomResourceNode, type QualifiedFunction, type Topology } from '../../topology';

/** The custom resources for which CloudFormation calls a function: asynchronously, and it waits for the answer. */
export function customResourcesOf({ customResources }: Topology, { target }: QualifiedFunction): CustomResourceNode[] {
  return [...customResources.values()].filter(({ serviceToken }) => serviceToken.kind === 'function' && serviceToken.key === target.key);
}

/** Whether nobody but CloudFormation calls a function, so that it has a part in the deployment only. */
export function isForDeployment(topology: Topology, fn: QualifiedFunction): boolean {
  return fn.invocations.length === 0 && customResourcesOf(topology, fn).length > 0;
}
