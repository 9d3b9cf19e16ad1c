import * as lambda from '../aws-lambda/event-invoke-config';
import type { NumberConstraint } from '../constraint';
import type { Rule } from '../rule';
import { statement, violation } from '../violation';

const API = 'Alibaba Cloud Function Compute API reference 2023-03-30, PutAsyncInvokeConfigInput';

/** The number of retries of a failed event. */
export const RETRY_ATTEMPTS: NumberConstraint = {
  kind: 'number',
  property: 'retryAttempts',
  parameter: 'maxAsyncRetryAttempts',
  min: 0,
  max: 8,
  integer: true,
  default: 3,
  source: API,
  note: 'They count function errors only. Throttling and errors of the system are retried for up to five hours whatever this says.',
};

/** The longest time that an event stays in the queue, retries included, in seconds. */
export const MAX_EVENT_AGE: NumberConstraint = {
  kind: 'number',
  property: 'maxEventAge',
  parameter: 'maxAsyncEventAgeInSeconds',
  min: 1,
  max: 604_800,
  integer: true,
  unit: 'seconds',
  default: 86_400,
  source: API,
  note: 'Older pages and tools say 2592000, some 86400.',
};

/** Whether events are tasks by default. */
export const ASYNC_TASK_DEFAULT = false;

/** The limits of Lambda for the same settings. */
const LAMBDA = new Map([[RETRY_ATTEMPTS, lambda.RETRY_ATTEMPTS], [MAX_EVENT_AGE, lambda.MAX_EVENT_AGE]]);

/** The violation of a limit that differs between the clouds, with the limit of the other cloud. */
export function limitViolation(constraint: NumberConstraint, value: unknown): string | undefined {
  const violated = violation(constraint, value);
  const other = LAMBDA.get(constraint);
  return violated && other ? `${violated}. That is the limit of Function Compute; for Lambda it must ${statement(other)}` : violated;
}

export const DUPLICATE_CONFIG: Rule = {
  id: 'DuplicateConfig',
  rule: 'be configured once',
  consequence: 'Function Compute keeps one config for each qualifier: the later one overwrites the earlier, and deleting either deletes both.',
  remedy: 'Remove all but one.',
  source: 'Alibaba Cloud Function Compute API reference 2023-03-30, PutAsyncInvokeConfig: "Creates or updates"',
  evidence: { grade: 'documented', says: 'PutAsyncInvokeConfig creates or updates the config of a qualifier.' },
};
