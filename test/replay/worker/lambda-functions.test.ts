import { LambdaClient } from '@aws-sdk/client-lambda';
import { LambdaFunctions } from '../../../lib/replay/worker/lambda-functions';
import type { Answer } from '../../handler/loopback/scripted-server';
import { serverForEachTest } from '../../handler/loopback/server-for-each-test';

const CALL = { target: 'arn:aws:lambda:us-east-1:123456789012:function:orders:live', text: '{"id":9007199254740993,"amount":1.10}' };

const server = serverForEachTest('LAMBDA');
let functions: LambdaFunctions;
beforeEach(() => {
  functions = new LambdaFunctions(new LambdaClient({ maxAttempts: 1 }));
});

function failure(status: number, name: string, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'x-amzn-errortype': name, ...headers }, body: { message: name } };
}

test('sends the event as it is, to function and qualifier, and returns the new request id', async () => {
  server().script([{ status: 202, headers: { 'x-amzn-requestid': 'new' } }]);

  expect(await functions.invoke(CALL)).toEqual({ kind: 'accepted', newId: 'new' });
  expect(server().requests).toMatchObject([{
    path: `/2015-03-31/functions/${CALL.target}/invocations`,
    headers: { 'x-amz-invocation-type': 'Event' },
    body: CALL.text,
  }]);
  expect(server().requests[0].headers).not.toHaveProperty('x-amz-durable-execution-name');
});

test('names the execution of a durable function, also with an SDK that does not know the name', async () => {
  server().script([{ status: 202 }]);
  await functions.invoke({ ...CALL, executionName: 'one' });

  expect(server().requests[0].headers['x-amz-durable-execution-name']).toBe('one');
});

test.each<[string, Answer, object]>([
  ['a throttle', failure(429, 'TooManyRequestsException'), { kind: 'throttled', error: 'TooManyRequestsException' }],
  ['a throttle with a delay', failure(429, 'TooManyRequestsException', { 'retry-after': '7' }), { kind: 'throttled', error: 'TooManyRequestsException', retryAfter: 7000 }],
  ['a function that is being updated', failure(409, 'ResourceConflictException'), { kind: 'throttled', error: 'ResourceConflictException' }],
  ['an overload', failure(503, 'ServiceUnavailableException'), { kind: 'throttled', error: 'ServiceUnavailableException' }],
  ['another execution of the same name', failure(409, 'DurableExecutionAlreadyStartedException'), { kind: 'refused', error: 'DurableExecutionAlreadyStartedException' }],
  ['a function that is gone', failure(404, 'ResourceNotFoundException'), { kind: 'refused', error: 'ResourceNotFoundException' }],
  ['a missing permission', failure(403, 'AccessDeniedException'), { kind: 'refused', error: 'AccessDeniedException' }],
  ['a payload that is too large', failure(413, 'RequestEntityTooLargeException'), { kind: 'refused', error: 'RequestEntityTooLargeException' }],
  ['a key that Lambda may not use', failure(502, 'KMSAccessDeniedException'), { kind: 'refused', error: 'KMSAccessDeniedException' }],
  ['a fault of Lambda', failure(500, 'ServiceException'), { kind: 'unknown', error: 'ServiceException' }],
  ['a gateway without a name', failure(502, 'BadGateway'), { kind: 'unknown', error: 'BadGateway' }],
  ['a gateway that ran out of time', failure(504, 'GatewayTimeout'), { kind: 'unknown', error: 'GatewayTimeout' }],
  ['a line that broke', 'reset', { kind: 'unknown', error: expect.any(String) }],
  ['an answer of another kind', { status: 200 }, { kind: 'unknown', error: 'Status200' }],
])('%s', async (_, answer, meaning) => {
  server().script([answer]);

  expect(await functions.invoke(CALL)).toEqual(meaning);
  expect(server().requests).toHaveLength(1);
});

test('a server that cannot be reached has not got the event', async () => {
  const unreachable = new LambdaFunctions(new LambdaClient({ maxAttempts: 1, endpoint: 'http://127.0.0.1:1' }));

  expect(await unreachable.invoke(CALL)).toMatchObject({ kind: 'throttled' });
});
