import type { ChoiceConstraint, NumberConstraint, SizeConstraint, TextConstraint } from '../constraint';

const API = 'AWS Lambda API reference, Invoke';

export const INVOCATION_TYPE: ChoiceConstraint = {
  kind: 'choice',
  property: 'invocationType',
  parameter: 'InvocationType',
  values: ['Event', 'RequestResponse', 'DryRun'],
  source: API,
};

/** The payload of a synchronous invocation, and its response. */
export const SYNCHRONOUS_PAYLOAD: SizeConstraint = {
  kind: 'size',
  property: 'payload',
  parameter: 'Payload',
  max: 6 * 1024 * 1024,
  unit: 'bytes',
  source: API,
};

/** The payload of an asynchronous invocation. */
export const EVENT_PAYLOAD: SizeConstraint = {
  kind: 'size',
  property: 'payload',
  parameter: 'Payload',
  max: 1024 * 1024,
  unit: 'bytes',
  source: `${API}; limit recorded from the service`,
  note: 'Older pages say 256 KB, or nothing: it is 1 MB since 2025-10-28.',
};

/** The payload of the deprecated InvokeAsync. */
export const INVOKE_ASYNC_PAYLOAD: SizeConstraint = {
  kind: 'size',
  property: 'payload',
  parameter: 'InvokeArgs',
  max: 256 * 1024,
  unit: 'bytes',
  source: 'AWS Lambda API reference, InvokeAsync; limit recorded from the service',
};

/** The client context, encoded. Lambda passes it on for synchronous invocations only. */
export const CLIENT_CONTEXT: SizeConstraint = {
  kind: 'size',
  property: 'clientContext',
  parameter: 'ClientContext',
  max: 3583,
  unit: 'bytes',
  source: API,
};

export const TENANT_ID: TextConstraint = {
  kind: 'text',
  property: 'tenantId',
  parameter: 'TenantId',
  min: 1,
  max: 256,
  pattern: '[a-zA-Z0-9\\._:\\/=+\\-@ ]+',
  grammar: 'letters, digits, spaces and . _ : / = + - @',
  source: 'AWS Lambda API model, 2026-07, TenantId',
};

export const DURABLE_EXECUTION_NAME: TextConstraint = {
  kind: 'text',
  property: 'durableExecutionName',
  parameter: 'DurableExecutionName',
  min: 1,
  max: 64,
  pattern: '[a-zA-Z0-9-_]+',
  grammar: 'letters, digits, hyphens and underscores',
  source: 'AWS Lambda API model, 2026-07, DurableExecutionName',
};

/** The page size of ListFunctionEventInvokeConfigs. */
export const LIST_MAX_ITEMS: NumberConstraint = {
  kind: 'number',
  property: 'maxItems',
  parameter: 'MaxItems',
  min: 1,
  max: 50,
  integer: true,
  source: 'AWS Lambda API reference, ListFunctionEventInvokeConfigs',
};
