import type { AsyncInvokeConfigLookupProperties } from '../../contract/async-invoke-config';
import type { LambdaTarget } from '../../contract/lambda-target';
import { attributesOf } from '../lambda/config/attributes';
import { LambdaConfigPlace } from '../lambda/config/config-place';
import { readConfiguration } from '../lambda/readiness';
import { functionAndQualifier, lambdaTarget, qualifierOf } from '../lambda/target';
import { targetIdentity } from '../physical-id/target-identity';
import type { Deployment, Resource, Result } from '../resource';

/** `Custom::LambdaAsyncInvokeConfigLookup`: reads a config, and changes nothing. */
export const asyncInvokeConfigLookup: Resource<AsyncInvokeConfigLookupProperties> = {
  create: ({ ResourceProperties }, deployment) => lookUp(ResourceProperties, deployment),
  update: ({ ResourceProperties }, deployment) => lookUp(ResourceProperties, deployment),
  delete: async () => ({}),
};

/**
 * Lambda answers the same for a missing config and a missing function, so this reads the function, too.
 *
 * @throws ResourceNotFoundException if the function, alias or version does not exist
 */
async function lookUp(properties: object, deployment: Deployment): Promise<Result> {
  const target = lambdaTarget({ ...properties });
  const client = deployment.lambda(target);
  const stored = await new LambdaConfigPlace(client, functionAndQualifier(target), deployment).read();
  const arn = stored?.functionArn ?? (await readConfiguration(client, functionAndQualifier(target), deployment)).FunctionArn!;
  const identity = targetIdentity(arn, qualifierOf(target));
  return { physicalResourceId: identity, data: attributesOf(qualified(arn, target), stored) };
}

/** ARN with the qualifier, as in a config. */
function qualified(arn: string, target: LambdaTarget): string {
  const [unqualified] = /^(?:[^:]*:){6}[^:]*/.exec(arn)!;
  return `${unqualified}:${qualifierOf(target)}`;
}
