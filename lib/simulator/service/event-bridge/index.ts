import { putEvents } from './put-events';
import type { ModelledApi } from '../model/api';

/** The API of Amazon EventBridge. */
export const EVENT_BRIDGE: ModelledApi = {
  title: 'Amazon EventBridge',
  target: 'AWSEvents',
  jsonVersion: '1.1',
  operations: { PutEvents: putEvents },
  queryCode: ({ code }) => code,
};
