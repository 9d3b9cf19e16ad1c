import { createHash } from 'node:crypto';
import { buildFailure, buildRecord, recordText } from 'cdk-async-invoke/invocation-record';

/** A failed event of the function that is replayed. */
export interface FailedEvent {
  /** Request id of the invocation that failed. */
  readonly id: string;

  /** The event, as text: its numbers are not those of JavaScript. */
  readonly payload: string;

  /** Whether the function fails again. */
  readonly poison: boolean;

  /** The record, as text. */
  readonly record: string;
}

/** One of so many events is poison. */
const POISON = 20;

/** Failed events, whose payloads differ. */
export function failedEvents(name: string, count: number, functionArn: string): FailedEvent[] {
  return Array.from({ length: count }, (_, index) => {
    const id = requestId(`${name} ${index}`);
    const poison = index % POISON === 0;
    const payload = `{"order":9007199254740993,"in":"${name} ${index}","amount":1.10${poison ? ',"poison":true' : ''}}`;
    const record = buildFailure({ requestContext: { requestId: id, functionArn } });
    return { id, payload, poison, record: recordText(record, { requestPayloadText: payload }) };
  });
}

/** What is not to be sent, by the reason that a plan has for it. */
export function lookAlikes(functionArn: string): Readonly<Record<string, string>> {
  const context = (name: string) => ({ requestContext: { requestId: requestId(name), functionArn } });
  return {
    unreadable: 'neither JSON nor a record',
    success: JSON.stringify(buildRecord(context('success'))),
    noPayload: JSON.stringify(buildFailure({ ...context('no payload'), requestPayload: undefined })),
    otherFunction: JSON.stringify(buildFailure({ requestContext: { requestId: requestId('other'), functionArn: functionArn.replace(/:function:.*/, ':function:other:live') } })),
  };
}

function requestId(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
