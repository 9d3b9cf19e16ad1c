import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { reply, replyError } from '../../../../lib/simulator/endpoint/lambda/reply';
import { NotKnownError, ServiceError } from '../../../../lib/simulator/state';

const ID = '12345678-1234-4234-8234-123456789abc';

/** The response that a client receives. */
async function arriving(send: (response: ServerResponse) => void): Promise<{ status: number; headers: Record<string, string>; body: string }> {
  const server: Server = createServer((_, response) => send(response));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  try {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const { date: _, connection: __, 'keep-alive': ___, ...headers } = Object.fromEntries(response.headers);
    return { status: response.status, headers, body: await response.text() };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('answers an event without a body', async () => {
  expect(await arriving(response => reply(response, { status: 202, requestId: ID }))).toEqual({
    status: 202,
    headers: {
      'x-amzn-requestid': ID,
      'x-amzn-trace-id': 'Root=1-12345678-123442348234123456789abc;Sampled=0',
      'x-amzn-remapped-content-length': '0',
      'content-type': 'application/json',
      'content-length': '0',
    },
    body: '',
  });
});

test('gives the length of a result in bytes', async () => {
  const { headers, body } = await arriving(response => reply(response, { status: 200, headers: { 'X-Amz-Executed-Version': '7' }, body: '"é"' }));
  expect(headers).toMatchObject({ 'content-length': '4', 'x-amz-executed-version': '7', 'x-amzn-requestid': expect.stringMatching(/^[0-9a-f-]{36}$/) });
  expect(body).toBe('"é"');
});

test('answers a deletion without body and type', async () => {
  const { headers, body } = await arriving(response => reply(response, { status: 204 }));
  expect(Object.keys(headers).sort()).toEqual(['x-amzn-requestid', 'x-amzn-trace-id']);
  expect(body).toBe('');
});

test.each([
  [new ServiceError('ResourceNotFoundException', 404, 'gone'), 404, '{"Type":"User","Message":"gone"}'],
  [new ServiceError('RequestEntityTooLargeException', 413, 'large'), 413, '{"Type":"User","Message":"large"}'],
  [new ServiceError('InvalidParameterValueException', 400, 'no'), 400, '{"Type":"User","message":"no"}'],
  [new ServiceError('ResourceConflictException', 409, 'twice'), 409, '{"Type":"User","message":"twice"}'],
  [new ServiceError('ValidationException', 400, 'no'), 400, '{"message":"no"}'],
  [new ServiceError('TooManyRequestsException', 429, 'Rate Exceeded.', 'Because'), 429, '{"Reason":"Because","Type":"User","message":"Rate Exceeded."}'],
])('%s', async (error, status, body) => {
  const sent = await arriving(response => replyError(response, error));
  expect(sent).toMatchObject({ status, body, headers: { 'x-amzn-errortype': error.code } });
});

test('keeps the text of an error out of the headers', async () => {
  const sent = await arriving(response => replyError(response, new NotKnownError('what happens to é\r\nX: y', 'Wait.')));
  expect(sent).toMatchObject({ status: 501, headers: { 'x-amzn-errortype': 'NotKnownOfTheRealService' } });
  expect(JSON.parse(sent.body)).toEqual({ message: 'The simulator does not know what happens to é\r\nX: y. Wait.' });
});
