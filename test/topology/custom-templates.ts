import { RESOURCE_TYPE } from '../../lib/contract/custom-resource';

/** An event that is sent to `Fn` when the stack is created. */
export function invocation(properties: object = {}) {
  return { Type: RESOURCE_TYPE.invocation, Properties: { FunctionName: { Ref: 'Fn' }, InvocationType: 'Event', Payloads: { Create: '{}' }, ...properties } };
}

/** A config of `Fn` that a deployment puts. */
export function deployTimeConfig(properties: object = {}) {
  return { Type: RESOURCE_TYPE.asyncInvokeConfig, Properties: { FunctionName: { Ref: 'Fn' }, Merge: 'false', OnDelete: 'RESTORE', ...properties } };
}
