import { buildFailure, buildRecord, isInvocationRecord, isSuccess, recordText } from '../../../lib/invocation-record';

test('builds complete records', () => {
  expect([buildRecord(), buildFailure()].map(isInvocationRecord)).toEqual([true, true]);
  expect([buildRecord(), buildFailure()].map(isSuccess)).toEqual([true, false]);
});

test('builds records with the given parts', () => {
  const record = buildFailure({ requestPayload: { id: 1 }, requestContext: { requestId: 'r', approximateInvokeCount: 1 } });

  expect(record.requestPayload).toEqual({ id: 1 });
  expect(record.requestContext).toMatchObject({ requestId: 'r', approximateInvokeCount: 1, condition: 'RetriesExhausted' });
});

test('leaves out undefined parts', () => {
  const record = buildFailure({
    responseContext: undefined, responsePayload: undefined, requestContext: { condition: 'ZeroReservedConcurrency', approximateInvokeCount: 0 },
  });

  expect(Object.keys(record)).toEqual(['version', 'timestamp', 'requestContext', 'requestPayload']);
});

test('writes payload texts exactly as they are', () => {
  const record = buildFailure({ requestPayload: undefined, responsePayload: undefined, requestContext: { requestId: 'r' } });
  const plain = JSON.stringify(record);

  expect(recordText(record)).toBe(plain);
  expect(recordText(record, { requestPayloadText: '{"id":9007199254740993}' })).toBe(plain.replace(/}$/, ',"requestPayload":{"id":9007199254740993}}'));
  expect(recordText(buildRecord({ requestPayload: 1.1 }), { requestPayloadText: '1.10', responsePayloadText: '[ ]' }))
    .toBe(JSON.stringify(buildRecord({ requestPayload: 1.1 })).replace('"requestPayload":1.1', '"requestPayload":1.10').replace('"responsePayload":null', '"responsePayload":[ ]'));
});
