export * as alibaba from './alibaba';
export { AsyncAlias, type AsyncAliasOptions, type AsyncAliasProps } from './aws/async-alias';
export { AsyncDestination, type BucketDestinationOptions, type FunctionDestinationOptions } from './aws/async-destination';
export { AsyncFunction, type AsyncFunctionProps } from './aws/async-function';
export { AsyncInvokeChecks, type AsyncInvokeChecksProps } from './aws/async-invoke-checks';
export { AsyncInvokeConfig, type AsyncInvokeConfigOptions, type AsyncInvokeConfigProps } from './aws/async-invoke-config';
