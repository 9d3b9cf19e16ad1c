import type { QueueSettings } from '../../../../lib/simulator/sources/queue/queue-settings';
import { refusalOf } from '../../../../lib/simulator/sources/queue/refusal';

const STANDARD: QueueSettings = {
  kind: 'queue',
  name: 'Queue',
  arn: 'arn:aws:sqs:us-east-1:123456789012:Queue',
  account: '123456789012',
  region: 'us-east-1',
  fifo: false,
  visibilityTimeout: 30,
  delay: 0,
  retention: 345_600,
  contentBasedDeduplication: false,
  maximumMessageSize: 4,
};

const FIFO: QueueSettings = { ...STANDARD, fifo: true };

const MESSAGE = { what: 'event', text: 'text', lineage: undefined };

test.each<[string, QueueSettings, object]>([
  ['a standard queue takes a message of its largest size', STANDARD, {}],
  ['a FIFO queue takes a message with a group and a deduplication id', FIFO, { groupId: 'group', deduplicationId: 'id' }],
  ['with content-based deduplication, the group suffices', { ...FIFO, contentBasedDeduplication: true }, { groupId: 'group' }],
])('%s', (_, settings, parcel) => {
  expect(refusalOf(settings, { ...MESSAGE, ...parcel })).toBeUndefined();
});

test.each<[string, QueueSettings, object]>([
  ['it has 5 bytes, and the queue takes at most 4', STANDARD, { text: 'abé!' }],
  ['a FIFO queue needs a message group', FIFO, {}],
  ['a FIFO queue without content-based deduplication needs a deduplication id', FIFO, { groupId: 'group' }],
])('refuses for good: %s', (reason, settings, parcel) => {
  expect(refusalOf(settings, { ...MESSAGE, ...parcel })).toEqual({ code: 'INVALID_PARAMETER', reason, isTemporary: false });
});
