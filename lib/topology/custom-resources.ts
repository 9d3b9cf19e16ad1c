import { RESOURCE_TYPE } from '../contract/custom-resource';

/** The custom resources that a topology shows: they do nothing that nobody sees. */
export const READ_CUSTOM_RESOURCES: readonly string[] = [
  RESOURCE_TYPE.invocation,
  RESOURCE_TYPE.asyncInvokeConfig,
  RESOURCE_TYPE.asyncInvokeConfigLookup,
];
