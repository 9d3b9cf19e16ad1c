import * as lambda from 'aws-cdk-lib/aws-lambda';
import { around } from './around';
import { roleIn } from './role';
import { standInFor } from '../destinations/stand-in';

/** The function of an L1: the L2 around it, or a stand-in for an L1 of your own. */
export function functionOf(resource: lambda.CfnFunction): lambda.IFunction {
  const made = around(resource);
  return made instanceof lambda.FunctionBase ? made : standIn(resource);
}

const STAND_IN = 'Function';

function standIn(resource: lambda.CfnFunction): lambda.IFunction {
  const made = resource.node.tryFindChild(STAND_IN) as lambda.IFunction | undefined ?? lambda.Function.fromFunctionAttributes(resource, STAND_IN, {
    functionArn: resource.attrArn, role: roleIn(resource, resource.role), sameEnvironment: true,
  });
  return standInFor(made, { functionName: resource.ref });
}
