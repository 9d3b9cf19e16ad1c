import type { QueueSettings } from './queue-settings';
import { byteLength } from '../../../doors/byte-length';
import type { Parcel, Refusal } from '../outbox';

/** Why SQS refuses a message; undefined if it takes it. */
export function refusalOf(settings: QueueSettings, { text, groupId, deduplicationId }: Parcel): Refusal | undefined {
  const refused = (reason: string) => ({ code: 'INVALID_PARAMETER', reason, isTemporary: false });
  const size = byteLength(text);
  if (size > settings.maximumMessageSize) {
    return refused(`it has ${size} bytes, and the queue takes at most ${settings.maximumMessageSize}`);
  }
  if (settings.fifo && groupId === undefined) {
    return refused('a FIFO queue needs a message group');
  }
  if (settings.fifo && deduplicationId === undefined && !settings.contentBasedDeduplication) {
    return refused('a FIFO queue without content-based deduplication needs a deduplication id');
  }
  return undefined;
}
