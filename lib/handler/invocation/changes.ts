import { isDeepStrictEqual } from 'node:util';
import { payloadOfUpdate } from './payload';
import type { DeployTimeInvocationProperties } from '../../contract/deploy-time-invocation';

/**
 * Whether an update asks for something else than the deployment before.
 *
 * How the function is reached, how long it may take and what is read of the result do not count.
 */
export function isInvokedAnew(old: Partial<DeployTimeInvocationProperties>, current: DeployTimeInvocationProperties): boolean {
  return !isDeepStrictEqual(whatIsInvoked(old), whatIsInvoked(current));
}

function whatIsInvoked(properties: Partial<DeployTimeInvocationProperties>) {
  const { FunctionName, Qualifier, Region, InvocationType, Payloads = {}, LifecycleKey } = properties;
  const { ClientContext, TenantId, DurableExecutionName, Triggers = {} } = properties;
  const payload = payloadOfUpdate(Payloads);
  return { FunctionName, Qualifier, Region, InvocationType, payload, LifecycleKey, ClientContext, TenantId, DurableExecutionName, Triggers };
}
