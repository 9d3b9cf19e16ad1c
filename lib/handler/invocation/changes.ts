import { isDeepStrictEqual } from 'node:util';
import { payloadOfUpdate } from './payload';
import type { DeployTimeInvocationProperties } from '../../contract/deploy-time-invocation';
import { isSameJson } from '../same-json';

/**
 * Whether an update asks for another invocation than the deployment before.
 *
 * Credentials, timeout and attributes do not count, nor does the way in which JSON is written.
 */
export function isInvokedAnew(old: Partial<DeployTimeInvocationProperties>, current: DeployTimeInvocationProperties): boolean {
  return !isDeepStrictEqual(whatIsInvoked(old), whatIsInvoked(current))
    || !isSameJson(payloadOfUpdate(old.Payloads ?? {}), payloadOfUpdate(current.Payloads ?? {}))
    || !isSameJson(old.ClientContext, current.ClientContext);
}

function whatIsInvoked(properties: Partial<DeployTimeInvocationProperties>) {
  const { FunctionName, Qualifier, Region, InvocationType, LifecycleKey, TenantId, DurableExecutionName, Triggers = {} } = properties;
  return { FunctionName, Qualifier, Region, InvocationType, LifecycleKey, TenantId, DurableExecutionName, Triggers };
}
