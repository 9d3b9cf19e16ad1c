import { estimate } from '../../../lib/replay/plan/estimate';

const MILLION = 1_000_000;

test.each([
  ['nothing', { fromQueues: 0, fromBuckets: 0, bytes: 0, rate: 100, workers: 5 }, { seconds: 0, dollars: 0 }],
  // Ledger 2.125, queue 0.08, workers 10,000 s x 5 x 0.5 GB.
  ['a million small messages', { fromQueues: MILLION, fromBuckets: 0, bytes: MILLION * 500, rate: 100, workers: 5 }, { seconds: 10_000, dollars: 2.62 }],
  // Ten messages of 64 KiB are ten requests, and one deletes ten.
  ['a million large messages', { fromQueues: MILLION, fromBuckets: 0, bytes: MILLION * 65_536, rate: 100, workers: 5 }, { seconds: 10_000, dollars: 2.98 }],
  ['a million objects', { fromQueues: 0, fromBuckets: MILLION, bytes: MILLION * 500, rate: 1000, workers: 50 }, { seconds: 1000, dollars: 3.94 }],
])('%s', (_, amounts, expected) => {
  expect(estimate(amounts)).toEqual(expected);
});
