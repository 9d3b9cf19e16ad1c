import { WORD } from './identifiers';
import type { ChoiceConstraint, SizeConstraint, TextConstraint } from '../constraint';
import type { Rule } from '../rule';

const API = 'AWS Lambda API reference, Invoke';

/** The type of an invocation: an event, a synchronous call, or a check of the permission. */
export const INVOCATION_TYPE: ChoiceConstraint = {
  kind: 'choice',
  property: 'invocationType',
  parameter: 'InvocationType',
  values: ['Event', 'RequestResponse', 'DryRun'],
  source: API,
};

/** Whether the answer has the end of the log. */
export const LOG_TYPE: ChoiceConstraint = {
  kind: 'choice',
  property: 'logType',
  parameter: 'LogType',
  values: ['None', 'Tail'],
  source: API,
};

/** The payload of a synchronous invocation. */
export const SYNCHRONOUS_PAYLOAD: SizeConstraint = {
  kind: 'size',
  property: 'payload',
  parameter: 'Payload',
  max: 6 * 1024 * 1024,
  unit: 'bytes',
  source: API,
};

/** The response of a synchronous invocation. With a larger response, the invocation fails. */
export const SYNCHRONOUS_RESPONSE: SizeConstraint = {
  kind: 'size',
  property: 'response',
  parameter: 'Payload',
  max: 6_291_556,
  unit: 'bytes',
  source: 'recorded from the service: "Response payload size exceeded maximum allowed payload size (6291556 bytes)."',
  note: 'The pages say 6 MB; the service takes 100 bytes more.',
};

/** The request line and all headers of any call. */
export const REQUEST_HEAD: SizeConstraint = {
  kind: 'size',
  property: 'headers',
  parameter: 'request line and headers',
  max: 1024 * 1024,
  unit: 'bytes',
  source: 'AWS Lambda developer guide, quotas',
};

/** The payload of an asynchronous invocation. */
export const EVENT_PAYLOAD: SizeConstraint = {
  kind: 'size',
  property: 'payload',
  parameter: 'Payload',
  max: 1024 * 1024,
  unit: 'bytes',
  source: `${API}; limit recorded from the service`,
  note: 'Older pages say 128 KB, 256 KB, or nothing: it is 1 MB since 2025-10-28.',
};

/** The payload of the deprecated InvokeAsync. */
export const INVOKE_ASYNC_PAYLOAD: SizeConstraint = {
  kind: 'size',
  property: 'payload',
  parameter: 'InvokeArgs',
  max: 256 * 1024,
  unit: 'bytes',
  source: 'AWS Lambda API reference, InvokeAsync; limit recorded from the service',
  note: 'Older pages say nothing. The 1 MB that Invoke takes since 2025-10-28 are not for InvokeAsync.',
};

/** The client context in Base64. Lambda passes it only to synchronous invocations. */
export const CLIENT_CONTEXT: SizeConstraint = {
  kind: 'size',
  property: 'clientContext',
  parameter: 'ClientContext',
  max: 3583,
  unit: 'bytes',
  source: API,
  note: 'Older pages do not say that it is for synchronous invocations only.',
};

/** The tenant of an invocation of a function with tenant isolation. */
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

/** The name of the execution of a durable function. Invocations with the same name share an execution. */
export const DURABLE_EXECUTION_NAME: TextConstraint = {
  kind: 'text',
  property: 'durableExecutionName',
  parameter: 'DurableExecutionName',
  min: 1,
  max: 64,
  ...WORD,
  source: 'AWS Lambda API model, 2026-07, DurableExecutionName',
};

export const CLIENT_CONTEXT_OF_EVENT: Rule = {
  id: 'ClientContextOfEvent',
  rule: 'be left out of an asynchronous invocation',
  consequence: 'Lambda passes the client context only to synchronous invocations, so the function never gets it.',
  remedy: 'Put what the function needs into the payload.',
  source: API,
  evidence: { grade: 'documented', says: 'Lambda passes the client context to the function in synchronous invocations only.' },
};

export const INVOKE_ASYNC_DEPRECATED: Rule = {
  id: 'InvokeAsyncDeprecated',
  rule: 'be left out: InvokeAsync is deprecated',
  consequence: `It accepts ${INVOKE_ASYNC_PAYLOAD.max} bytes where an event may have ${EVENT_PAYLOAD.max}, and it does not pass the X-Ray trace to the function.`,
  remedy: 'Use `invocationType: InvocationType.EVENT`, which does the same.',
  source: 'AWS Lambda API reference, InvokeAsync',
  evidence: { grade: 'documented', says: 'InvokeAsync is deprecated, takes 256 KB, and does not propagate the trace id.' },
};

export const INVOKE_ASYNC_OPTION: Rule = {
  id: 'InvokeAsyncOption',
  rule: 'be left out of InvokeAsync',
  consequence: 'InvokeAsync accepts only a function and a payload.',
  remedy: 'Use `invocationType: InvocationType.EVENT`.',
  source: 'AWS Lambda API reference, InvokeAsync',
  evidence: { grade: 'documented', says: 'The request of InvokeAsync has a function name and a payload.' },
};
