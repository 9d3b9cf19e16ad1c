import { isObject, type JsonObject } from './json';
import type { InvocationRecord } from '../contract/invocation-record';

/** An object with a `requestContext`, as records have it. */
interface RecordLike extends JsonObject {
  readonly requestContext: JsonObject;
}

/** Whether a value is the record of an asynchronous invocation. It may have further members. */
export function isInvocationRecord(value: unknown): value is InvocationRecord {
  return resemblesRecord(value) && !isEventSourceMappingRecord(value) && flawOf(value) === undefined;
}

/** Whether a value looks like a record, of an asynchronous invocation or an event source mapping, complete or not. */
export function resemblesRecord(value: unknown): value is RecordLike {
  return isObject(value) && isObject(value.requestContext)
    && (Object.hasOwn(value.requestContext, 'functionArn') || Object.hasOwn(value.requestContext, 'condition'));
}

/**
 * Whether a record is that of an event source mapping: it has the same members, and describes a batch.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html
 */
export function isEventSourceMappingRecord(record: RecordLike): boolean {
  return Object.keys(record).some(name => name.endsWith('BatchInfo')) || record.requestContext.condition === 'RetryAttemptsExhausted';
}

/** The rule that the first malformed member breaks; undefined if there is none. */
export function flawOf(record: RecordLike): string | undefined {
  return REQUIRED.find(([, valid, of]) => !valid(of(record)))?.[0]
    ?? OPTIONAL.find(([, valid, of]) => of(record) !== undefined && !valid(of(record)))?.[0];
}

type Member = readonly [flaw: string, valid: (value: unknown) => boolean, of: (record: RecordLike) => unknown];

const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => typeof value === 'number';
const isCount = (value: unknown) => Number.isInteger(value) && (value as number) >= 0;
const memberOf = (value: unknown, name: string) => isObject(value) ? value[name] : undefined;

const REQUIRED: readonly Member[] = [
  ['`version` must be a string', isText, record => record.version],
  ['`timestamp` must be a string', isText, record => record.timestamp],
  ['`requestContext.requestId` must be a string', isText, record => record.requestContext.requestId],
  ['`requestContext.functionArn` must be a string', isText, record => record.requestContext.functionArn],
  ['`requestContext.condition` must be a string', isText, record => record.requestContext.condition],
  ['`requestContext.approximateInvokeCount` must be an integer of at least 0', isCount, record => record.requestContext.approximateInvokeCount],
];

const OPTIONAL: readonly Member[] = [
  ['`responseContext` must be an object', isObject, record => record.responseContext],
  ['`responseContext.statusCode` must be a number', isNumber, record => memberOf(record.responseContext, 'statusCode')],
  ['`responseContext.executedVersion` must be a string', isText, record => memberOf(record.responseContext, 'executedVersion')],
  ['`responseContext.functionError` must be a string', isText, record => memberOf(record.responseContext, 'functionError')],
  ['`deliveryError` must be an object', isObject, record => record.deliveryError],
  ['`deliveryError.statusCode` must be a number', isNumber, record => memberOf(record.deliveryError, 'statusCode')],
  ['`deliveryError.errorCode` must be a string', isText, record => memberOf(record.deliveryError, 'errorCode')],
];
