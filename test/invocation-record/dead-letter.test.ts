import { deadLetterOf } from '../../lib/invocation-record/dead-letter';

const letter = (body: unknown, attributes: Record<string, string>) => deadLetterOf(body, new Map(Object.entries(attributes)));

test('reads request id, code, message and event', () => {
  expect(letter('{"id":1}', { RequestID: 'r', ErrorCode: '429', ErrorMessage: 'Rate exceeded' }))
    .toEqual({ requestId: 'r', errorCode: 429, errorMessage: 'Rate exceeded', payload: { id: 1 }, payloadText: '{"id":1}' });
});

test('reads a dead letter without a code, as after a reserved concurrency of 0', () => {
  expect(letter('{}', { RequestID: 'r', ErrorMessage: 'no concurrency' })).toStrictEqual({ requestId: 'r', errorMessage: 'no concurrency', payload: {}, payloadText: '{}' });
});

test('ignores a code that is not a number', () => {
  expect(letter('{}', { RequestID: 'r', ErrorCode: 'many' })).toStrictEqual({ requestId: 'r', payload: {}, payloadText: '{}' });
});

test('keeps a body that is not JSON', () => {
  expect(letter('hello', { RequestID: 'r', ErrorCode: '200' })).toStrictEqual({ requestId: 'r', errorCode: 200, payload: 'hello' });
});

test.each([{}, { RequestID: 'r' }, { ErrorCode: '200', ErrorMessage: 'x' }, { requestId: 'r', ErrorCode: '200' }])('%j are not the attributes of a dead letter', attributes => {
  expect(letter('{}', attributes as Record<string, string>)).toBeUndefined();
});
