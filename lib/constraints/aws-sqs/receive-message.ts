import type { NumberConstraint } from '../constraint';

const API = 'Amazon SQS API reference, ReceiveMessage';

/** The largest number of messages that one call returns. */
export const MAX_NUMBER_OF_MESSAGES: NumberConstraint = {
  kind: 'number',
  property: 'maxNumberOfMessages',
  parameter: 'MaxNumberOfMessages',
  min: 1,
  max: 10,
  integer: true,
  default: 1,
  source: API,
};

/** The time that one call waits for the first message, in seconds. */
export const WAIT_TIME: NumberConstraint = {
  kind: 'number',
  property: 'waitTime',
  parameter: 'WaitTimeSeconds',
  min: 0,
  max: 20,
  integer: true,
  unit: 'seconds',
  default: 0,
  source: API,
};
