import * as fc from 'fast-check';
import { recordKeys } from './arbitraries';
import { parseRecordKey, recordKey } from '../../lib/invocation-record';

const ID = '6d5c756f-bd39-4a05-b187-e92609050e03';
const KEY = `aws/lambda/async/orders/2026/09/14/2026-09-14T15.16.38-${ID}`;

test('reads function, time and id from a key', () => {
  expect(parseRecordKey(KEY)).toEqual({ functionName: 'orders', timestamp: '2026-09-14T15:16:38.000Z', id: ID });
});

test('makes a key of function, time and id', () => {
  expect(recordKey({ functionName: 'orders', timestamp: '2026-09-14T15:16:38.999Z', id: ID })).toBe(KEY);
});

test('reads every key that it makes', () => {
  fc.assert(fc.property(recordKeys, told => expect(parseRecordKey(recordKey(told))).toEqual(told)));
});

test('reads no key from any other string, and never throws', () => {
  fc.assert(fc.property(fc.string(), text => parseRecordKey(text) === undefined));
});

test.each([
  ['another folder', KEY.replace('async', ID)],
  ['a file extension', `${KEY}.json`],
  ['something before', `/${KEY}`],
  ['no function', KEY.replace('orders', '')],
  ['a function in a folder', KEY.replace('orders', 'a/b')],
  ['a day that does not exist', KEY.replaceAll('09/14', '02/30').replaceAll('09-14', '02-30')],
  ['an hour that does not exist', KEY.replace('T15', 'T24')],
  ['another day in the folders', KEY.replace('09/14', '09/15')],
  ['no UUID', KEY.slice(0, -1)],
])('%s: not the key of a record', (_, key) => {
  expect(parseRecordKey(key)).toBeUndefined();
});
