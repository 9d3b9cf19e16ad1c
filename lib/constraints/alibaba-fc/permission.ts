import { DELIVERY_ACTIONS } from './destination';
import { destinationArn, type DestinationArn, type Place } from './destination-arn';

/** What each operation on a config asks for: the actions keep a `Function` that the operations have lost. */
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

/** Lets Function Compute take on a role. */
export const TRUST_POLICY: RamPolicyDocument = {
  Version: '1',
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: ['fc.aliyuncs.com'] } }],
};

/** A function and all its versions and aliases, which permissions name one by one. */
export function functionResources(place: Place, functionName: string): string[] {
  const fn = destinationArn('function', place, functionName);
  return [fn, `${fn}/*`];
}

/** What a role needs to deliver to some destinations. */
export function deliveryPolicy(destinations: readonly DestinationArn[], place: Place): RamPolicyDocument {
  return {
    Version: '1',
    Statement: destinations.map(destination => ({
      Effect: 'Allow', Action: [DELIVERY_ACTIONS[destination.kind]], Resource: resources(destination, place),
    })),
  };
}

/** What RAM calls a destination, which for most is what Function Compute calls it. */
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
