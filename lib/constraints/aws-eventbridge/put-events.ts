import type { CountConstraint, TextConstraint } from '../constraint';

const API = 'Amazon EventBridge API reference, PutEvents';

/** The events of one call. */
export const PUT_ENTRIES: CountConstraint = {
  kind: 'count',
  property: 'entries',
  parameter: 'Entries',
  max: 10,
  unit: 'entries',
  source: `${API}; recorded from the service`,
};

/** The levels of objects and arrays in the detail of an event. */
export const PUT_DETAIL_LEVELS: CountConstraint = {
  kind: 'count',
  property: 'detail',
  parameter: 'Detail',
  max: 1000,
  unit: 'levels',
  source: API,
};

/** What the time of an event counts for its size, however it is written. */
export const TIME_BYTES = 14;

/** The name or ARN of a bus. */
export const EVENT_BUS_NAME: TextConstraint = {
  kind: 'text',
  property: 'eventBusName',
  parameter: 'EventBusName',
  min: 1,
  max: 1600,
  pattern: '(?:arn:aws[\\w-]*:events:[a-z]+-[a-z]+-[\\w-]+:[0-9]{12}:event-bus\\/)?[\\.\\-_A-Za-z0-9]+',
  source: `${API}, in the model of the API`,
};
