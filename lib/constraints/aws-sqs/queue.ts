import type { NumberConstraint } from '../constraint';

const API = 'Amazon SQS API reference, CreateQueue';

/** The time for which a received message is hidden from other consumers, in seconds. */
export const VISIBILITY_TIMEOUT: NumberConstraint = {
  kind: 'number',
  property: 'visibilityTimeout',
  parameter: 'VisibilityTimeout',
  min: 0,
  max: 43_200,
  integer: true,
  unit: 'seconds',
  default: 30,
  source: `${API}, ReceiveMessage and ChangeMessageVisibility`,
};

/** The time for which a queue keeps a message, in seconds. */
export const MESSAGE_RETENTION: NumberConstraint = {
  kind: 'number',
  property: 'retentionPeriod',
  parameter: 'MessageRetentionPeriod',
  min: 60,
  max: 1_209_600,
  integer: true,
  unit: 'seconds',
  default: 345_600,
  source: API,
};
