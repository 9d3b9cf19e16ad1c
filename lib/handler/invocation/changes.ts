import { isDeepStrictEqual } from 'node:util';
import { payloadOfUpdate } from './payload';
import type { DeployTimeInvocationProperties } from '../../contract/deploy-time-invocation';

/**
 * Whether an update asks for another invocation than the deployment before.
 *
 * Credentials, timeout and attributes do not count.
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
