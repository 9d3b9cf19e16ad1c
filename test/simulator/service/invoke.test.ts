import { ask } from './ask';
import { arnOf, DeployedService } from './deployed';
import { invoke } from '../../../lib/simulator/service/invoke';
import { invokeAsync } from '../../../lib/simulator/service/invoke-async';

const EVENT = { 'x-amz-invocation-type': 'Event' };

function service() {
  return new DeployedService({
    functions: { fn: { versions: ['1'], aliases: { live: '1' } }, pending: { pending: true }, durable: { durable: true }, isolated: { tenantIsolated: true } },
  });
}

test('accepts an event for the reference in the request', async () => {
  const app = service();
  for (const functionName of ['fn', 'fn:$LATEST', 'fn:live']) {
    await ask(app, invoke, { functionName, headers: EVENT, body: { id: 1 } });
  }
  expect(app.accepted.map(({ qualifier, payload }) => [qualifier, payload])).toEqual([[undefined, '{"id":1}'], ['$LATEST', '{"id":1}'], ['live', '{"id":1}']]);
});

test('an empty body is no payload', async () => {
  const app = service();
  expect(await ask(app, invoke, { headers: EVENT })).toEqual({ status: 202 });
  expect(await ask(app, invokeAsync)).toEqual({ status: 202 });
  expect(app.accepted.map(({ payload }) => payload)).toEqual([undefined, undefined]);
});

test('passes on the exact bytes of the payload', async () => {
  const app = service();
  await ask(app, invoke, { headers: EVENT, body: Buffer.from(' {"a": 1.0,  "a":"\\u00e9é"}\n') });
  expect(app.accepted[0].payload).toBe(' {"a": 1.0,  "a":"\\u00e9é"}\n');
});

test('passes on a client context in synchronous calls only', async () => {
  const seen: unknown[] = [];
  const app = new DeployedService({
    functions: { fn: {} },
    run: ({ clientContext }) => {
      seen.push(clientContext);
      return { requestId: '', executedVersion: '$LATEST', payload: 'null', log: '' };
    },
  });
  const context = (value: string) => ({ 'x-amz-client-context': Buffer.from(value).toString('base64') });
  await ask(app, invoke, { headers: context('{"custom":{"a":1}}') });
  expect(seen).toEqual([{ custom: { a: 1 } }]);
  expect(await ask(app, invoke, { headers: context('no JSON') }))
    .toBe('400 InvalidRequestContentException: Client context must be a valid Base64-encoded JSON object.');
  expect(await ask(app, invoke, { headers: { ...EVENT, ...context('no JSON') } })).toEqual({ status: 202 });
  expect(await ask(app, invoke, { headers: { 'x-amz-client-context': 'x'.repeat(3583) } })).toMatch(/^400 InvalidRequestContentException: /);
  expect(await ask(app, invoke, { headers: { 'x-amz-client-context': 'x'.repeat(3584) } }))
    .toBe('The simulator does not know how Lambda refuses a client context of more than 3583 bytes. Send less.');
});

test('refuses to invoke a function that is not active', async () => {
  const message = '409 ResourceConflictException: The operation cannot be performed at this time. The function is currently in the following state: Pending';
  expect(await ask(service(), invoke, { functionName: 'pending', headers: EVENT })).toBe(message);
  expect(await ask(service(), invokeAsync, { functionName: 'pending' })).toBe(message);
});

test('a dry run needs the function, but no payload', async () => {
  const headers = { 'x-amz-invocation-type': 'DryRun' };
  expect(await ask(service(), invoke, { headers, body: Buffer.from('no JSON') })).toEqual({ status: 204 });
  expect(await ask(service(), invoke, { functionName: 'fn:gone', headers })).toBe(`404 ResourceNotFoundException: Function not found: ${arnOf('fn')}:gone`);
});

test('InvokeAsync ignores the qualifier in the query', async () => {
  const app = service();
  await ask(app, invokeAsync, { functionName: 'fn:live', query: { Qualifier: '1' } });
  expect(app.accepted).toMatchObject([{ qualifier: 'live' }]);
});

test.each([
  ['fn', { 'x-amz-tenant-id': '<>' }, "400 ValidationException: 1 validation error detected: Value '<>' at 'tenantId' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9\\._:\\/=+\\-@ ]+"],
  ['fn', { 'x-amz-durable-execution-name': 'x'.repeat(65) }, `400 ValidationException: 1 validation error detected: Value '${'x'.repeat(65)}' at 'durableExecutionName' failed to satisfy constraint: Member must have length less than or equal to 64`],
  ['fn', { 'x-amz-invocation-type': 'event' }, 'The simulator does not know how Lambda refuses an invocation type other than Event, RequestResponse, DryRun. Use one of them.'],
  ['fn', { 'x-amz-log-type': 'All' }, 'The simulator does not know how Lambda refuses a log type other than None, Tail. Use one of them.'],
  ['fn', { 'x-amz-tenant-id': 'blue' }, 'The simulator does not know what Lambda does with a tenant id for a function without tenant isolation. Leave it out.'],
  ['fn', { 'x-amz-durable-execution-name': 'x' }, 'The simulator does not know what Lambda does with the name of an execution of a function that is not durable. Leave the name out.'],
  ['isolated', {}, 'The simulator does not know how Lambda refuses to invoke a function with tenant isolation without a tenant id. Send one.'],
  ['durable', {}, 'The simulator does not know how Lambda refuses to invoke a durable function without a qualifier. Use `$LATEST`, a version or an alias.'],
  ['fn:$LATEST.PUBLISHED', {}, 'The simulator does not know what Lambda answers for `$LATEST.PUBLISHED` of a function that is not on managed instances. Use `$LATEST`, a version or an alias.'],
])('%s with %j', async (functionName, headers, message) => {
  expect(await ask(service(), invoke, { functionName, headers })).toBe(message);
});

test('accepts the largest values', async () => {
  const app = service();
  expect(await ask(app, invoke, { functionName: 'isolated', headers: { ...EVENT, 'x-amz-tenant-id': 'blue' } })).toEqual({ status: 202 });
  expect(await ask(app, invoke, { functionName: 'durable:$LATEST', headers: { ...EVENT, 'x-amz-durable-execution-name': 'once' } })).toEqual({ status: 202 });
  expect(app.accepted).toMatchObject([{ tenantId: 'blue' }, { qualifier: '$LATEST' }]);
});

test.each(['', 'null', '0', '"é"', ' {}\n'])('accepts the payload %j', async payload => {
  expect(await ask(service(), invoke, { headers: EVENT, body: Buffer.from(payload) })).toEqual({ status: 202 });
});

test.each([Buffer.from(' '), Buffer.from('{} {}'), Buffer.from('\ufeff{}'), Buffer.from('{}', 'utf16le')])('throws a NotKnownError for the payload %j', async payload => {
  expect(await ask(service(), invoke, { headers: EVENT, body: payload }))
    .toBe('The simulator does not know what Lambda answers to a payload without a JSON value, or with more than one. Send one JSON value in UTF-8.');
});

test('refuses a payload that is not JSON, for every invocation type', async () => {
  const message = "400 InvalidRequestContentException: Could not parse request body into json: Could not parse payload into json: Unrecognized token 'x': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\n at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: 2]";
  expect(await ask(service(), invoke, { headers: EVENT, body: Buffer.from('x') })).toBe(message);
  expect(await ask(service(), invoke, { body: Buffer.from('x') })).toBe(message);
  expect(await ask(service(), invokeAsync, { body: Buffer.from('x') })).toBe(message);
});

test('refuses a payload that is not UTF-8', async () => {
  expect(await ask(service(), invoke, { headers: EVENT, body: Buffer.from([0x22, 0xff, 0x22]) })).toBe(
    '400 InvalidRequestContentException: Could not parse request body into json: Could not parse payload into json: Invalid UTF-8 start byte 0xff\n at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: 3]',
  );
});
