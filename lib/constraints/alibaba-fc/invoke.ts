import type { NumberConstraint, SizeConstraint, TextConstraint } from '../constraint';

const API = 'Alibaba Cloud Function Compute API reference 2023-03-30, InvokeFunction';

/** The event of an asynchronous invocation. */
export const EVENT_PAYLOAD: SizeConstraint = {
  kind: 'size',
  property: 'payload',
  parameter: 'body',
  max: 128 * 1024,
  unit: 'bytes',
  source: 'Alibaba Cloud Function Compute 3.0 help, request body',
  note: 'Up to 256 KB on request.',
};

/** The payload of a synchronous invocation. */
export const REQUEST_PAYLOAD: SizeConstraint = {
  ...EVENT_PAYLOAD,
  max: 32 * 1024 * 1024,
  note: undefined,
};

/** The id of an asynchronous task; generated when absent. */
export const TASK_ID: TextConstraint = {
  kind: 'text',
  property: 'taskId',
  parameter: 'x-fc-async-task-id',
  min: 1,
  max: 128,
  pattern: '[a-zA-Z_][a-zA-Z0-9_-]*',
  grammar: 'letters, digits, underscores and hyphens, starting with a letter or underscore',
  source: `${API}, InvokeFunctionHeaders`,
  note: 'Needs task mode.',
};

/** How long an event waits before its first attempt. */
export const DELAY: NumberConstraint = {
  kind: 'number',
  property: 'delay',
  parameter: 'x-fc-async-delay',
  min: 1,
  max: 3599,
  integer: true,
  unit: 'seconds',
  source: 'Alibaba Cloud Function Compute help, result callback: "(0, 3600)"',
};
