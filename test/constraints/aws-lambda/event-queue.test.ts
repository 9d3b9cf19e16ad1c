import * as fc from 'fast-check';
import {
  EVENT_AGE_TOO_SHORT_FOR_RETRIES,
  RETRY_DELAYS,
  retriesWithin,
  shortestAgeForRetries,
  THROTTLE_BACK_OFF,
  ZERO_RESERVED_CONCURRENCY,
} from '../../../lib/constraints/aws-lambda/event-queue';
import { broken } from '../../../lib/constraints/rule';

test('Lambda waits one minute, then two', () => {
  expect(RETRY_DELAYS).toEqual([60, 120]);
});

test('Lambda waits one second to five minutes after a throttle', () => {
  expect(THROTTLE_BACK_OFF).toEqual({ first: 1, longest: 300 });
});

test.each([
  [0, 900, 0], [1, 0, 60], [1, 3, 63], [1, 900, 960], [2, 0, 180], [2, 3, 186], [2, 900, 1980],
])('%p retries of a function with a timeout of %p seconds are certain from %p seconds on', (retries, timeout, age) => {
  expect(shortestAgeForRetries(retries, timeout)).toBe(age);
});

test.each([
  [60, 2, 0], [61, 2, 1], [90, 2, 1], [180, 2, 1], [181, 2, 2], [21600, 2, 2], [21600, 1, 1], [21600, 0, 0], [61, 1, 1], [60, 1, 0],
])('an age of %p seconds leaves time for %p retries: %p at most', (age, retries, possible) => {
  expect(retriesWithin(age, retries)).toBe(possible);
});

test('what is certain is possible', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 900 }), (retries, timeout) => {
    expect(retriesWithin(shortestAgeForRetries(retries, timeout), retries)).toBe(retries);
  }));
});

test('there are no retries beyond those that Lambda has', () => {
  expect(retriesWithin(21600, 1000)).toBe(2);
});

test('an age without time for retries is reported with the waits', () => {
  expect(broken(EVENT_AGE_TOO_SHORT_FOR_RETRIES, 'maxEventAge', '60 seconds')).toBe(
    '`maxEventAge` must leave time for the retries, got: 60 seconds. ' +
    'Lambda waits 60 seconds before the first retry and 120 before the second, and gives up an event that would be too old by then. ' +
    'Raise `maxEventAge`, or lower `retryAttempts` to the number of retries that fit.',
  );
});

test('a function without concurrency is reported with what becomes of its events', () => {
  expect(broken(ZERO_RESERVED_CONCURRENCY, 'reservedConcurrentExecutions', '0')).toBe(
    '`reservedConcurrentExecutions` must not be 0 for a function that is invoked asynchronously, got: 0. ' +
    'Lambda accepts each event but never runs the function: the event goes to the failure destination, or is lost. ' +
    'Raise `reservedConcurrentExecutions`, or acknowledge this warning if the function is switched off on purpose.',
  );
});
