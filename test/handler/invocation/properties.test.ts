import { invocation } from './invocations';
import { nameOf, readInvocation } from '../../../lib/handler/invocation/properties';

/** What CloudFormation sends may be anything. */
function read(more: Record<string, unknown>) {
  return readInvocation(invocation(more));
}

test('reads well-formed properties', () => {
  expect(read({
    FunctionName: 'migrate:live', ClientContext: '{}', TenantId: 'blue', DurableExecutionName: 'run-1', Attributes: ['Response'], KeepAttributes: 'true', SkipOnRollback: 'true',
  })).toEqual({
    target: { FunctionName: 'migrate:live' },
    functionName: 'migrate',
    qualifier: 'live',
    type: 'RequestResponse',
    clientContext: 'e30=',
    tenantId: 'blue',
    durableExecutionName: 'run-1',
    timeout: 60_000,
    logGroupName: '/logs/migrate',
    attributes: ['Response'],
    keepAttributes: true,
    noEcho: false,
    skipOnRollback: true,
  });
});

test('an unqualified function stays unqualified, for its permission is another one', () => {
  expect(read({}).qualifier).toBeUndefined();
  expect(read({ Qualifier: '$LATEST' }).qualifier).toBe('$LATEST');
});

test.each([['arn:aws:lambda:us-east-1:123456789012:function:migrate', 'migrate:$LATEST'], ['migrate:live', 'migrate:live']])('%s is called %s', (FunctionName, name) => {
  expect(nameOf(read({ FunctionName }))).toBe(name);
});

test.each<[Record<string, unknown>, string]>([
  [{ InvocationType: 'Sync' }, '`invocationType` must be one of RequestResponse, Event, DryRun, InvokeAsync, got: "Sync"'],
  [{ InvocationTimeout: '0' }, '`timeout` must be an integer between 1 and 3600 seconds, got: 0'],
  [{ InvocationTimeout: '3601' }, '`timeout` must be an integer between 1 and 3600 seconds, got: 3601'],
  [{ InvocationTimeout: 'soon' }, '`timeout` must be an integer between 1 and 3600 seconds, got: NaN'],
  [{ SkipOnRollback: 'yes' }, '`SkipOnRollback` must be one of true, false, got: "yes"'],
  [{ KeepAttributes: 'no' }, '`KeepAttributes` must be one of true, false, got: "no"'],
  [{ Payloads: undefined }, '`Payloads` must be a map of texts, got: undefined'],
  [{ Payloads: { Create: {} } }, '`Payloads` must be a map of texts, got: an object'],
  [{ Attributes: 'Response' }, '`Attributes` must be a list, got: "Response"'],
  [{ Attributes: [{}] }, '`Attributes` must have only Response, StatusCode, ExecutedVersion, RequestId, DurableExecutionArn, and paths after Response, got: an object'],
  [{ Attributes: ['Rows'] }, '`Attributes` must have only Response, StatusCode, ExecutedVersion, RequestId, DurableExecutionArn, and paths after Response, got: "Rows"'],
  [{ ClientContext: {} }, '`ClientContext` must be a text, got: an object'],
  [{ LifecycleKey: 1 }, '`LifecycleKey` must be a text, got: 1'],
  [{ LogGroupName: ['l'] }, '`LogGroupName` must be a text, got: a list'],
  [{ NoEcho: 'true', KeepAttributes: 'true' }, '`NoEcho` must be false with KeepAttributes, which keeps the values in a readable physical id, got: "true"'],
  [{ Outcome: {} }, '`Outcome.QueueUrl` must be a text, got: undefined'],
  [{ TenantId: 'blue!' }, '`tenantId` must be 1 to 256 characters: letters, digits, spaces and . _ : / = + - @, got: "blue!"'],
  [{ DurableExecutionName: '' }, '`durableExecutionName` must be 1 to 64 characters: letters, digits, hyphens and underscores, got: ""'],
  [{ Qualifier: 'a b' }, expect.stringContaining('`qualifier` must be ')],
  [{ FunctionName: 'migrate:live', Qualifier: 'blue' }, expect.stringContaining('`qualifier` must equal the qualifier in `functionName`')],
])('%j is refused', (wrong, message) => {
  expect(() => read(wrong)).toThrow(expect.objectContaining({ message }));
});

describe('the client context', () => {
  test('may be as long as Lambda takes, encoded', () => {
    expect(read({ ClientContext: 'x'.repeat(2685) }).clientContext).toHaveLength(3580);
    expect(() => read({ ClientContext: 'x'.repeat(2686) })).toThrow(new Error('`clientContext` must be at most 3583 bytes, got: 3584 bytes'));
  });

  test.each(['Event', 'InvokeAsync'])('is refused for %s, which would lose it', InvocationType => {
    expect(() => read({ InvocationType, ClientContext: '{}' })).toThrow(new Error(
      '`clientContext` must be left out of an asynchronous invocation, got: one. ' +
      'Lambda passes the client context only to synchronous invocations, so the function never gets it. Put what the function needs into the payload.',
    ));
  });
});
