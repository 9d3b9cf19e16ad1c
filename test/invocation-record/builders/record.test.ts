import { buildFailure, buildRecord, isInvocationRecord, isSuccess } from '../../../lib/invocation-record';

test('what a test does not mind is there', () => {
  expect([buildRecord(), buildFailure()].map(isInvocationRecord)).toEqual([true, true]);
  expect([buildRecord(), buildFailure()].map(isSuccess)).toEqual([true, false]);
});

test('what a test minds is as it says', () => {
  const record = buildFailure({ requestPayload: { id: 1 }, requestContext: { requestId: 'r', approximateInvokeCount: 1 } });

  expect(record.requestPayload).toEqual({ id: 1 });
  expect(record.requestContext).toMatchObject({ requestId: 'r', approximateInvokeCount: 1, condition: 'RetriesExhausted' });
});

test('what a test wants absent is', () => {
  const record = buildFailure({
    responseContext: undefined, responsePayload: undefined, requestContext: { condition: 'ZeroReservedConcurrency', approximateInvokeCount: 0 },
  });

  expect(Object.keys(record)).toEqual(['version', 'timestamp', 'requestContext', 'requestPayload']);
});
