import { RECORDED } from './recorded';
import { buildFailure, retryAdvice } from '../../lib/invocation-record';

test.each([
  ['success', 'never', 'the function succeeded'],
  ['retriesExhausted', 'after-repair', 'the function failed at every attempt'],
  ['eventAgeExceeded', 'now', 'the event became too old before all retries were made: if you still want it, another attempt may succeed'],
  ['zeroReservedConcurrency', 'after-repair', 'the function has a reserved concurrency of 0'],
  ['aliasGone', 'after-repair', 'the function, alias or version was gone'],
  ['throttled', 'now', 'the function was throttled'],
] as const)('%s: %s', (name, retry, why) => {
  expect(retryAdvice(RECORDED[name])).toEqual({ retry, why });
});

test('an event that became too old before it ran: now', () => {
  const record = buildFailure({ responseContext: undefined, requestContext: { condition: 'EventAgeExceeded', approximateInvokeCount: 0 } });

  expect(retryAdvice(record)).toEqual({ retry: 'now', why: 'the event became too old before the function ran' });
});

test('an unknown condition: unknown', () => {
  expect(retryAdvice(buildFailure({ requestContext: { condition: 'SomethingNew' } }))).toEqual({ retry: 'unknown', why: 'the condition is unknown' });
});

test.each([
  [200, 'after-repair', 'the function failed at every attempt'],
  [404, 'after-repair', 'the function, alias or version was gone'],
  [429, 'now', 'the function was throttled'],
  [499, 'after-repair', 'the function failed at every attempt'],
  [500, 'now', 'Lambda itself failed'],
  [undefined, 'after-repair', 'the function has a reserved concurrency of 0'],
])('a dead letter with the code %s: %s', (errorCode, retry, why) => {
  expect(retryAdvice({ requestId: 'r', errorCode, payload: {} })).toEqual({ retry, why });
});
