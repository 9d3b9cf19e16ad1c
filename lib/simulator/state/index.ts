export { EventInvokeConfigs, type StoredConfig } from './event-invoke-configs';
export { NotKnownError } from './not-known-error';
export { statementOf, type Permission } from './resource-policy';
export type { InvocationRequest, InvocationResult, Service } from './service';
export { ServiceError } from './service-error';
export { SimulatedFunction, type FunctionSettings, type SimulatedAlias } from './simulated-function';
export { SimulatedFunctions, type Place } from './simulated-functions';
export { SimulatedStores, type SimulatedStore } from './simulated-store';
export { STANDARD_PLACE } from './standard-place';
