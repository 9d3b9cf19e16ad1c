import type { Target, Topology, Unknown } from '../../lib/topology';
import { resource, resources } from '../topology/templates';

/** What only the deployment knows. */
export const AT_DEPLOY = { 'Fn::Base64': '' };

/** A condition that only the deployment knows: `{ Condition: 'Maybe' }` makes a resource one that may not be there. */
export const MAYBE = { Conditions: { Maybe: { 'Fn::Equals': [{ Ref: 'AWS::StackId' }, ''] } } };

/** The plainest function. */
export const FN = resource('Lambda::Function');

/** The ARN of a resource. */
export function arnOf(logicalId: string) {
  return { 'Fn::GetAtt': [logicalId, 'Arn'] };
}

/** A config of `$LATEST`. */
export function config(fn: unknown, properties: object = {}, rest: Record<string, unknown> = {}) {
  return resource('Lambda::EventInvokeConfig', { FunctionName: fn, Qualifier: '$LATEST', ...properties }, rest);
}

/** A config of `Fn` whose failures, and perhaps successes, go somewhere. */
export function sending(onFailure: unknown, onSuccess?: unknown, properties: object = {}) {
  return config({ Ref: 'Fn' }, {
    DestinationConfig: { OnFailure: { Destination: onFailure }, ...onSuccess ? { OnSuccess: { Destination: onSuccess } } : {} },
    ...properties,
  });
}

/** What an ARN names in an app that declares some resources. */
export function targetOf(arn: unknown, declared: Record<string, unknown> = {}): Target | Unknown {
  return topologyWith(arn, declared).configs[0].onFailure!;
}

/** The same, where it is certain. */
export function knownTarget(arn: unknown, declared: Record<string, unknown> = {}): Target {
  const target = targetOf(arn, declared);
  if (target.kind === 'unknown') {
    throw new Error(target.reason);
  }
  return target;
}

function topologyWith(arn: unknown, declared: Record<string, unknown>): Topology {
  return resources({ Fn: FN, ...declared, Config: sending(arn) });
}
