import { deadLetterOf } from '../../lib/invocation-record/dead-letter';

const letter = (body: unknown, attributes: Record<string, string>) => deadLetterOf(body, new Map(Object.entries(attributes)));

test('what is known of a dead letter is told', () => {
  expect(letter('{"id":1}', { RequestID: 'r', ErrorCode: '429', ErrorMessage: 'Rate exceeded' }))
    .toEqual({ requestId: 'r', errorCode: 429, errorMessage: 'Rate exceeded', payload: { id: 1 }, payloadText: '{"id":1}' });
});

test('one without a code has none, as with a reserved concurrency of 0', () => {
  expect(letter('{}', { RequestID: 'r', ErrorMessage: 'no concurrency' })).toStrictEqual({ requestId: 'r', errorMessage: 'no concurrency', payload: {}, payloadText: '{}' });
});

test('a code that is no number is none', () => {
  expect(letter('{}', { RequestID: 'r', ErrorCode: 'many' })).toStrictEqual({ requestId: 'r', payload: {}, payloadText: '{}' });
});

test('a body that is no JSON stays as it is', () => {
  expect(letter('hello', { RequestID: 'r', ErrorCode: '200' })).toStrictEqual({ requestId: 'r', errorCode: 200, payload: 'hello' });
});

test.each([{}, { RequestID: 'r' }, { ErrorCode: '200', ErrorMessage: 'x' }, { requestId: 'r', ErrorCode: '200' }])('%j are not the attributes of one', attributes => {
  expect(letter('{}', attributes as Record<string, string>)).toBeUndefined();
});
