import { CfnResource } from 'aws-cdk-lib';
import type { Construct, IConstruct } from 'constructs';

/** The construct around an L1: what users made, or the L1 itself. */
export function around(resource: CfnResource): Construct {
  const { scope } = resource.node;
  return scope && scope.node.defaultChild === resource && !isScope(scope) ? scope as Construct : resource;
}

/** Whether a construct is only a place for others: an L1 that it has as default child does not make it an L2. */
function isScope(construct: IConstruct): boolean {
  return !('env' in construct && 'stack' in construct) || CfnResource.isCfnResource(construct);
}
