import * as fc from 'fast-check';
import { CONDITION, type DeadLetter, type InvocationRecord, type RecordKey } from '../../lib/invocation-record';

/** Any JSON value, as a parser returns it. */
export const json = fc.json().map(text => JSON.parse(text) as unknown);

/** JSON texts. Some of them change when they are parsed and written again. */
export const jsonTexts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('9007199254740993', '1.10', '1E400', '-0', '"\\u0041"', '{"id":9007199254740993,"amount":1.10}', '[ 1.0 , { "a\\"}" : "]\\\\" } ]', '{"__proto__":1.0}'),
  fc.tuple(json, fc.constantFrom(undefined, 2, '\t')).map(([value, indent]) => JSON.stringify(value, undefined, indent)),
);

/** Records with and without each optional member, with known and unknown conditions. */
export const records: fc.Arbitrary<InvocationRecord> = fc.record({
  version: fc.string(),
  timestamp: fc.date({ noInvalidDate: true }).map(date => date.toISOString()),
  requestContext: fc.record({
    requestId: fc.uuid(),
    functionArn: fc.stringMatching(/^arn:aws:lambda:us-east-1:123456789012:function:[\w-]{1,64}(:[\w-]{1,128})?$/),
    condition: fc.oneof(fc.constantFrom(...Object.values(CONDITION)), fc.string().filter(condition => condition !== 'RetryAttemptsExhausted')),
    approximateInvokeCount: fc.nat(),
  }),
  requestPayload: json,
  responseContext: fc.record({ statusCode: fc.nat(599), executedVersion: fc.string(), functionError: fc.string() }, { requiredKeys: [] }),
  responsePayload: json,
  deliveryError: fc.record({ statusCode: fc.nat(599), errorCode: fc.string() }, { requiredKeys: [] }),
}, { requiredKeys: ['version', 'timestamp', 'requestContext'] }).map(plain);

export const deadLetters: fc.Arbitrary<DeadLetter> = fc.oneof(
  fc.record({ requestId: fc.uuid(), errorCode: fc.nat(599), payload: json }),
  fc.record({ requestId: fc.uuid(), errorMessage: fc.string(), payload: json }),
  fc.record({ requestId: fc.uuid(), errorCode: fc.nat(599), errorMessage: fc.string(), payload: fc.oneof(json, records) }),
).map(plain);

export const recordKeys: fc.Arbitrary<RecordKey> = fc.record({
  functionName: fc.stringMatching(/^[\w-]{1,64}$/),
  timestamp: fc.integer({ min: Date.UTC(2019, 10, 25), max: Date.UTC(9999, 11, 31) }).map(time => new Date(time - time % 1000).toISOString()),
  id: fc.uuid(),
});

/** A value with one member, at any depth, removed or replaced. */
export function mutated(value: unknown): fc.Arbitrary<unknown> {
  const places = placesOf(value);
  return fc.tuple(fc.nat(places.length - 1), fc.oneof(fc.constant(undefined), json, fc.constantFrom(null, [], {}, '', '{}', '[]', -1, 0.5)))
    .map(([index, replacement]) => replaced(value, places[index], replacement));
}

function placesOf(value: unknown): string[][] {
  return typeof value === 'object' && value !== null
    ? [[], ...Object.entries(value).flatMap(([name, member]) => placesOf(member).map(place => [name, ...place]))]
    : [[]];
}

function replaced(value: unknown, [name, ...rest]: string[], replacement: unknown): unknown {
  if (name === undefined) {
    return replacement;
  }
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[name] = replaced(copy[name], rest, replacement);
  return plain(copy);
}

/** A value as it arrives over a wire: without undefined members and odd prototypes. */
function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
