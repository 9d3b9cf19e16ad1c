import { deadLetterOf } from './dead-letter';
import { openEventBridge } from './envelopes/event-bridge';
import { readS3Notification, type ObjectNotice } from './envelopes/s3';
import { openSns } from './envelopes/sns';
import { openSqs } from './envelopes/sqs';
import { decoded, isObject, type Json, type JsonObject } from './json';
import { itemsOf, memberOf, partTexts } from './json-parts';
import type { Origin, OtherCause, OtherReading, PayloadTexts, Reading } from './reading';
import { flawOf, isEventSourceMappingRecord, isInvocationRecord, resemblesRecord } from './record';
import { parseRecordKey } from './stored-record';

/** The deepest nesting that is read. Services nest at most five levels: a list, a queue, a topic, a bus, the list of a bucket. */
const MAXIMUM_DEPTH = 8;

/**
 * Reads invocation records, dead letters and notifications of stored records.
 *
 * Every message gets at least one reading, in order, so that none is lost silently. It never throws for a JSON value.
 *
 * @param input the event of a function behind a queue, topic, bus, bucket or pipe, or of a function that is the destination;
 * the response of ReceiveMessage or one of its messages; or the text or bytes of an object. Queues, topics and buses may
 * be chained
 */
export function readRecords(input: unknown): Reading[] {
  return read({ value: input }, { via: [] }, 0);
}

function read(content: Json, origin: Origin, depth: number): Reading[] {
  if (depth > MAXIMUM_DEPTH) {
    return [other(origin, 'too-deep', `more than ${MAXIMUM_DEPTH} levels of lists and envelopes`)];
  }
  const json = decoded(content);
  if (!json) {
    return [other(origin, 'no-json', 'the text is not JSON')];
  }
  // An empty list within a message is part of something else, and the message needs a reading.
  const batch = batchOf(json, depth);
  if (batch && (batch.length > 0 || depth === 0)) {
    return batch.flatMap(item => read(item, origin, depth + 1));
  }
  return isObject(json.value) ? readObject(json.value, json.text, origin, depth) : [other(origin, 'no-record', 'it is not an object')];
}

/** The items of an event. At the top level, also those of a pipe or of ReceiveMessage. */
function batchOf({ value, text }: Json, depth: number): readonly Json[] | undefined {
  if (Array.isArray(value)) {
    return depth === 0 ? itemsOf(value, text) : undefined;
  }
  if (!isObject(value) || resemblesRecord(value)) {
    return undefined;
  }
  const name = ['Records', ...depth === 0 ? ['Messages'] : []].find(list => Array.isArray(value[list]));
  const list = name === undefined ? undefined : memberOf(value, text, name);
  return list && itemsOf(list.value as unknown[], list.text);
}

function readObject(value: JsonObject, text: string | undefined, origin: Origin, depth: number): Reading[] {
  const notice = readS3Notification(value);
  if (notice) {
    return [readNotice(notice, { ...origin, via: [...origin.via, ...value.source === 'aws.s3' ? ['eventbridge' as const] : [], 's3'] })];
  }
  const envelope = openSqs(value) ?? openSns(value) ?? openEventBridge(value, text);
  if (!envelope) {
    return [readBare(value, text, origin)];
  }
  const messageId = origin.messageId ?? envelope.messageId;
  const inside: Origin = { via: [...origin.via, envelope.via], ...messageId !== undefined && { messageId } };
  // The attributes come first, because the event of a dead letter may be anything, even a record.
  const deadLetter = deadLetterOf(envelope.content.value, envelope.attributes);
  return deadLetter ? [{ kind: 'dead-letter', deadLetter, ...inside }] : read(envelope.content, inside, depth + 1);
}

function readBare(value: JsonObject, text: string | undefined, origin: Origin): Reading {
  if (isInvocationRecord(value)) {
    return { kind: 'record', record: value, ...payloadTexts(text), ...origin };
  }
  if (!resemblesRecord(value)) {
    return other(origin, 'no-record', 'it has no `requestContext` that names a function and a condition');
  }
  return isEventSourceMappingRecord(value)
    ? other(origin, 'event-source-mapping', 'it is the record of an event source mapping: it is about a batch, not about an asynchronous invocation')
    : other(origin, 'malformed-record', flawOf(value)!);
}

function payloadTexts(record: string | undefined): PayloadTexts {
  const parts = record === undefined ? undefined : partTexts(record);
  const [requestPayloadText, responsePayloadText] = ['requestPayload', 'responsePayload'].map(name => parts?.get(name));
  return { ...requestPayloadText !== undefined && { requestPayloadText }, ...responsePayloadText !== undefined && { responsePayloadText } };
}

function readNotice({ created, ...object }: ObjectNotice, origin: Origin): Reading {
  const told = parseRecordKey(object.key);
  if (!told) {
    return other(origin, 'other-object', 'the key of the object is not the key of an invocation record');
  }
  return created
    ? { kind: 'stored-record', object: { ...object, ...told }, ...origin }
    : other(origin, 'other-object', 'the notification is not about a new object');
}

function other(origin: Origin, why: OtherCause, reason: string): OtherReading {
  return { kind: 'other', why, reason, ...origin };
}
