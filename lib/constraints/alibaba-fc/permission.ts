import { DELIVERY_ACTIONS } from './destination';
import { destinationArn, type DestinationArn, type Place } from './destination-arn';

/** The action of each operation on a config. The names of the actions have a `Function` that the operations lack. */
export const CONFIG_ACTIONS = {
  put: 'fc:PutFunctionAsyncInvokeConfig',
  get: 'fc:GetFunctionAsyncInvokeConfig',
  delete: 'fc:DeleteFunctionAsyncInvokeConfig',
} as const;

/** A policy of Resource Access Management. */
export interface RamPolicyDocument {
  readonly Version: '1';
  readonly Statement: readonly RamStatement[];
}

/** One statement of it. */
export interface RamStatement {
  readonly Effect: 'Allow';
  readonly Action: string | readonly string[];
  readonly Resource?: readonly string[];
  readonly Principal?: { readonly Service: readonly string[] };
}

/** The trust policy that lets Function Compute assume a role. */
export const TRUST_POLICY: RamPolicyDocument = {
  Version: '1',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: ['fc.aliyuncs.com'] } }],
};

/** The resources of a function with its versions and aliases. */
export function functionResources(place: Place, functionName: string): string[] {
  const fn = destinationArn('function', place, functionName);
  return [fn, `${fn}/*`];
}

/** The policy that lets a role deliver to destinations. */
export function deliveryPolicy(destinations: readonly DestinationArn[], place: Place): RamPolicyDocument {
  return {
    Version: '1',
    Statement: destinations.map(destination => ({
      Effect: 'Allow', Action: [DELIVERY_ACTIONS[destination.kind]], Resource: resources(destination, place),
    })),
  };
}

/** The resources of a destination in a policy. */
function resources({ kind, region, account, name, instance }: DestinationArn, place: Place): string[] {
  const owner = { region, account: account || place.account };
  switch (kind) {
    case 'function': return functionResources(owner, name);
    case 'queue':
    case 'topic': return [destinationArn(kind, owner, name)];
    case 'bus': return [`acs:eventbridge:${owner.region}:${owner.account}:eventbus/${name}`];
    case 'rocketmq': return [`acs:mq:*:*:${instance}%${name}`];
  }
}
