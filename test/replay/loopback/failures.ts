import { buildFailure, recordKey, recordText, type RecordParts } from '../../../lib/invocation-record';

export const ACCOUNT = 'arn:aws:lambda:us-east-1:123456789012:function';
export const ORDERS = `${ACCOUNT}:orders:live`;
export const TARGETS = [{ functionArn: `${ACCOUNT}:orders` }];
export const BUCKET = { name: 'stored', kind: 'bucket' as const, bucket: 'records' };

/** A request id. */
export function id(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** An event that tells its number, with integers that no number of JavaScript holds. */
export function event(number: number): string {
  return `{"number":${number},"id":9007199254740993,"amount":1.10}`;
}

/** The text of a record of an event that failed. */
export function record(number: number, parts: RecordParts = {}): string {
  return recordText(
    buildFailure({ timestamp: '2026-11-30T11:00:00.000Z', ...parts, requestContext: { requestId: id(number), functionArn: ORDERS, ...parts.requestContext } }),
    { requestPayloadText: event(number) },
  );
}

/** The key of a record. */
export function key(number: number, timestamp = '2026-11-30T11:00:00.000Z', functionName = 'orders'): string {
  return recordKey({ functionName, timestamp, id: id(number) });
}
