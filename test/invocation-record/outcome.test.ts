import * as fc from 'fast-check';
import { records } from './arbitraries';
import { RECORDED } from './recorded';
import { buildFailure, errorOf, isFailure, isSuccess } from '../../lib/invocation-record';

test.each([
  ['success', true],
  ['undeliverableResponse', true],
  ['retriesExhausted', false],
  ['eventAgeExceeded', false],
  ['zeroReservedConcurrency', false],
] as const)('%s is a success: %s', (name, success) => {
  expect([isSuccess(RECORDED[name]), isFailure(RECORDED[name])]).toEqual([success, !success]);
});

test('an unknown condition is a failure', () => {
  expect(isFailure(buildFailure({ requestContext: { condition: 'SomethingNew' } }))).toBe(true);
});

describe('the error', () => {
  test('of a success is undefined', () => {
    expect(errorOf(RECORDED.success)).toBeUndefined();
  });

  test('of a Python function has its stack', () => {
    expect(errorOf(RECORDED.retriesExhausted)).toEqual({
      type: 'Exception',
      message: 'intentional failure',
      stack: ['  File "/var/task/handler.py", line 7, in handler\n    raise Exception("intentional failure")\n'],
    });
  });

  test('of a Node function has its trace', () => {
    const responsePayload = { errorType: 'Error', errorMessage: 'boom', trace: ['Error: boom', '    at handler'] };

    expect(errorOf(buildFailure({ responsePayload }))).toEqual({ type: 'Error', message: 'boom', stack: ['Error: boom', '    at handler'] });
  });

  test('of a Go function has its frames as lines', () => {
    const responsePayload = { errorType: 'errorString', errorMessage: 'boom', stackTrace: [{ path: 'main.go', line: 7, label: 'main.handler' }, 1] };

    expect(errorOf(buildFailure({ responsePayload }))).toEqual({ type: 'errorString', message: 'boom', stack: ['main.handler (main.go:7)'] });
  });

  test('of a function without an error type has the condition as its type', () => {
    const responsePayload = { errorMessage: '2026-01-02T03:04:05.678Z 1 Task timed out after 3.00 seconds' };

    expect(errorOf(buildFailure({ responsePayload }))).toStrictEqual({ type: 'RetriesExhausted', message: responsePayload.errorMessage });
  });

  test.each([
    ['zeroReservedConcurrency', { type: 'ZeroReservedConcurrency', message: 'ZeroReservedConcurrency after 0 attempts' }],
    ['throttled', { type: 'EventAgeExceeded', message: 'EventAgeExceeded after 0 attempts, the last answer was 429' }],
    ['aliasGone', { type: 'RetriesExhausted', message: 'RetriesExhausted after 2 attempts, the last answer was 404' }],
  ] as const)('of %s is made of what is known', (name, error) => {
    expect(errorOf(RECORDED[name])).toStrictEqual(error);
  });

  test('counts one attempt in the singular', () => {
    expect(errorOf(buildFailure({ responseContext: undefined, responsePayload: undefined, requestContext: { approximateInvokeCount: 1 } })))
      .toStrictEqual({ type: 'RetriesExhausted', message: 'RetriesExhausted after 1 attempt' });
  });

  test('of any failure has a type and a message', () => {
    fc.assert(fc.property(records.filter(isFailure), record => {
      expect(errorOf(record)).toMatchObject({ type: expect.any(String), message: expect.any(String) });
    }));
  });
});
