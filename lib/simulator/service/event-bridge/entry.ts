import { PUT_DETAIL_LEVELS, TIME_BYTES } from '../../../constraints/aws-eventbridge/put-events';
import { NotKnownError, type ApiBus } from '../../state';
import type { Call } from '../model/api';
import { list, structure, type Read } from '../model/shape';

/** One event as a client sends it. */
export const ENTRY = structure({
  Time: 'timestamp',
  Source: 'string',
  Resources: list('string'),
  DetailType: 'string',
  Detail: 'string',
  EventBusName: 'string',
  TraceHeader: 'string',
});

/** One event as a client sends it. */
export type Entry = Read<typeof ENTRY>;

/** The sources of events that only services may send. */
const RESERVED_SOURCE = /^aws\./;

/**
 * The size of an event, as the limit counts it.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html#eb-putevent-size
 */
export function entrySize({ Time, Source = '', DetailType = '', Detail = '', Resources = [] }: Entry): number {
  return [Source, DetailType, Detail, ...Resources].reduce((sum, text) => sum + Buffer.byteLength(text), Time === undefined ? 0 : TIME_BYTES);
}

/** Puts one event, and returns its entry in the answer. */
export function entryResult(call: Call, entry: Entry): object {
  const { Source: source, DetailType: detailType, Detail: detail, Resources: resources = [], Time: time } = entry;
  if (!source) {
    return required('Source');
  }
  if (!detailType) {
    return required('DetailType');
  }
  if (!detail) {
    return required('Detail');
  }
  if (RESERVED_SOURCE.test(source)) {
    return failed('NotAuthorizedForSourceException', 'Not authorized for the source.');
  }
  if (!isObject(detail)) {
    return failed('MalformedDetail', 'Detail is malformed.');
  }
  const bus = busOf(call, entry);
  // As recorded, the service takes an event for a bus that does not exist, and it is lost.
  return { EventId: bus ? call.messaging.buses.put(bus, { source, detailType, detail, resources, time }, call.caller) : call.newRequestId() };
}

function busOf({ messaging, caller }: Call, { EventBusName: name = 'default' }: Entry): ApiBus | undefined {
  return messaging.buses.find(name, { account: caller.account, region: caller.region });
}

function isObject(text: string): boolean {
  let detail: unknown;
  try {
    detail = JSON.parse(text);
  } catch {}
  if (typeof detail !== 'object' || detail === null || Array.isArray(detail)) {
    return false;
  }
  if (levels(text) > PUT_DETAIL_LEVELS.max) {
    throw new NotKnownError(`what Amazon EventBridge does with a detail of more than ${PUT_DETAIL_LEVELS.max} levels`, 'Send a flatter one.');
  }
  return true;
}

/** How deep the objects and arrays of a valid JSON text are nested. */
function levels(text: string): number {
  let level = 0;
  let deepest = 0;
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]/g)) {
    level += token === '{' || token === '[' ? 1 : token === '}' || token === ']' ? -1 : 0;
    deepest = Math.max(deepest, level);
  }
  return deepest;
}

function required(name: string): object {
  return failed('InvalidArgument', `Parameter ${name} is not valid. Reason: ${name} is a required argument.`);
}

function failed(code: string, message: string): object {
  return { ErrorCode: code, ErrorMessage: message };
}
