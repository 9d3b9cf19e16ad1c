import { createHash } from 'node:crypto';
import { ACCEPTED, invocation, invoked, returned, threw } from './invocations';
import { RESOURCE_TYPE } from '../../../lib/contract/custom-resource';
import type { DeployTimeInvocationProperties } from '../../../lib/contract/deploy-time-invocation';
import { HANDLER_TIME } from '../../../lib/contract/handler-time';
import { deployTimeInvocation } from '../../../lib/handler/invocation/deploy-time-invocation';
import { lambdaError } from '../loopback/lambda-answers';
import type { Answer } from '../loopback/scripted-server';
import { Stack } from '../stack';

const SECOND = 1000;
const PATH = '/2015-03-31/functions/migrate/invocations';
const DENIED = lambdaError(403, 'AccessDeniedException', 'not authorized to perform: lambda:InvokeFunction');

let stack: Stack;

beforeEach(async () => {
  stack = await Stack.start(RESOURCE_TYPE.invocation, deployTimeInvocation);
});

afterEach(() => stack.stop());

/** Lambda says nothing while time passes. */
function silence(seconds: number): Answer {
  stack.clock.advance(seconds * SECOND);
  return 'never';
}

describe('a create', () => {
  test('invokes the function once and succeeds when it returns', async () => {
    stack.script([returned({ done: true })]);
    expect(await stack.create(invocation())).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: expect.stringMatching(/^Shop\/Resource#/) });
    expect(stack.calls.map(invoked)).toEqual([{ path: PATH, qualifier: null, type: 'RequestResponse', payload: { action: 'up' } }]);
  });

  test('returns nothing of the result that is not read', async () => {
    stack.script([returned({ secret: 'x' })]);
    expect((await stack.create(invocation())).Data).toEqual({});
  });

  test('returns the attributes that the app reads', async () => {
    stack.script([returned({ rows: [{ id: 'a' }], count: 3 })]);
    const Attributes = ['Response.rows.0.id', 'Response.count', 'ExecutedVersion', 'StatusCode', 'RequestId'];
    expect(await stack.create(invocation({ Attributes }))).toMatchObject({
      Data: { 'Response.rows.0.id': 'a', 'Response.count': '3', 'ExecutedVersion': '7', 'StatusCode': '200', 'RequestId': 'invocation-1' },
    });
  });

  test('that is not listed invokes nothing', async () => {
    expect(await stack.create(invocation({ Payloads: { Update: '{}' } }))).toMatchObject({ Status: 'SUCCESS' });
    expect(stack.calls).toEqual([]);
  });

  test('sends the qualifier, the tenant, the client context and the durable name', async () => {
    stack.script([returned(null)]);
    await stack.create(invocation({ Qualifier: 'live', TenantId: 'blue', ClientContext: '{"custom":{}}', DurableExecutionName: 'run-1' }));
    expect(stack.calls[0].query.get('Qualifier')).toBe('live');
    expect(stack.calls[0].headers).toMatchObject({
      'x-amz-tenant-id': 'blue',
      'x-amz-durable-execution-name': 'run-1',
      'x-amz-log-type': 'Tail',
      'x-amz-client-context': Buffer.from('{"custom":{}}').toString('base64'),
    });
  });

  test('takes a qualified ARN for what it is', async () => {
    stack.script([returned(null)]);
    await stack.create(invocation({ FunctionName: 'arn:aws:lambda:us-east-1:123456789012:function:migrate:live' }));
    expect(invoked(stack.calls[0])).toMatchObject({
      path: '/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:migrate/invocations', qualifier: 'live',
    });
  });
});

describe('does not wait', () => {
  test('an event is done when Lambda has accepted it', async () => {
    stack.script([ACCEPTED]);
    const Attributes = ['StatusCode', 'RequestId', 'ExecutedVersion', 'Response'];
    expect(await stack.create(invocation({ InvocationType: 'Event', Attributes }))).toMatchObject({
      Status: 'SUCCESS', Data: { StatusCode: '202', RequestId: 'event-1', ExecutedVersion: '', Response: '' },
    });
    expect(stack.calls[0].headers['x-amz-log-type']).toBeUndefined();
  });

  test('a dry run is done when Lambda says that it would', async () => {
    stack.script([{ status: 204 }]);
    expect(await stack.create(invocation({ InvocationType: 'DryRun', Attributes: ['StatusCode'] }))).toMatchObject({ Data: { StatusCode: '204' } });
  });

  test('the deprecated InvokeAsync has its own path, and the qualifier in the name', async () => {
    stack.script([{ status: 202 }]);
    expect(await stack.create(invocation({ InvocationType: 'InvokeAsync', Qualifier: 'live', Attributes: ['StatusCode'] }))).toMatchObject({ Data: { StatusCode: '202' } });
    expect(invoked(stack.calls[0])).toMatchObject({ path: '/2014-11-13/functions/migrate:live/invoke-async', payload: { action: 'up' } });
  });

  test('InvokeAsync gets an empty object for no payload, since it takes no less', async () => {
    stack.script([{ status: 202 }]);
    await stack.create(invocation({ InvocationType: 'InvokeAsync', Payloads: { Create: '' } }));
    expect(stack.calls[0].body).toBe('{}');
  });
});

describe('a function that fails', () => {
  const ERROR = { errorType: 'TypeError', errorMessage: 'no table', stackTrace: ['secret frame'] };

  test('fails the deployment, with all that its author needs to find out why', async () => {
    stack.script([threw(ERROR, 'START\nno table\nEND\n')]);
    expect(await stack.create(invocation({ Qualifier: 'live' }))).toMatchObject({
      Status: 'FAILED',
      Reason: 'migrate:live failed: TypeError: no table (request id invocation-1, log group /logs/migrate). The end of its log:\nSTART\nno table\nEND',
      PhysicalResourceId: 'failed-create:Resource',
    });
  });

  test('without a log is reported without one', async () => {
    stack.script([threw('just text')]);
    expect(await stack.create(invocation())).toMatchObject({
      Reason: 'migrate:$LATEST failed: it gave no reason (request id invocation-1, log group /logs/migrate).',
    });
  });

  test('names the log group that Lambda returns, if the properties name none', async () => {
    stack.script([threw(ERROR), { body: { LoggingConfig: { LogGroup: '/shared/logs' } } }]);
    expect((await stack.create(invocation({ LogGroupName: undefined }))).Reason).toContain('log group /shared/logs)');
  });

  test('names the default log group if Lambda refuses to answer', async () => {
    stack.script([threw(ERROR), DENIED]);
    expect((await stack.create(invocation({ LogGroupName: undefined }))).Reason).toContain('log group /aws/lambda/migrate)');
    expect(stack.calls).toHaveLength(2);
  });

  test('may log four kilobytes, of which the last lines are shown', async () => {
    const log = Array.from({ length: 80 }, (_, index) => `${index} ${'ä'.repeat(20)}"`).join('\n');
    stack.script([threw(ERROR, log)]);
    const { Reason } = await stack.create(invocation());
    expect(Reason).toMatch(/^migrate:\$LATEST failed: TypeError: no table .*The end of its log:\n…\n/);
    expect(Reason).toMatch(/\n79 ä+"$/);
    expect(stack.cloudFormation.requests[0].headers['content-length']).toMatch(/^4\d{3}$/);
    expect(Number(stack.cloudFormation.requests[0].headers['content-length'])).toBeLessThanOrEqual(4096);
  });

  test('on update keeps the physical id, and the rollback invokes the former function', async () => {
    stack.script([returned(1), threw(ERROR), returned(1)]);
    const [one, two] = [invocation({ Triggers: { v: '1' } }), invocation({ Triggers: { v: '2' } })];
    const { PhysicalResourceId } = await stack.create(one);
    expect(await stack.update(two, one)).toMatchObject({ Status: 'FAILED', PhysicalResourceId });
    expect(await stack.update(one, two)).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId });
  });
});

describe('an error of Lambda', () => {
  test('that stays fails at once', async () => {
    stack.script([lambdaError(502, 'KMSAccessDeniedException', 'cannot decrypt')]);
    expect(await stack.create(invocation())).toMatchObject({ Status: 'FAILED', Reason: 'KMSAccessDeniedException: cannot decrypt' });
    expect(stack.calls).toHaveLength(1);
  });

  test('that passes is waited for: a function that is not active yet', async () => {
    stack.script([lambdaError(409, 'ResourceConflictException', 'The function is currently in the following state: Pending'), returned(1)]);
    expect(await stack.create(invocation())).toMatchObject({ Status: 'SUCCESS' });
  });

  test('about throttling is waited for as long as Lambda says', async () => {
    stack.script([lambdaError(429, 'TooManyRequestsException', 'Rate Exceeded.', { 'Retry-After': '17' }), returned(1)]);
    expect(await stack.create(invocation())).toMatchObject({ Status: 'SUCCESS' });
    expect(stack.clock.sleeps).toEqual([17 * SECOND]);
  });

  test('that lasts longer than was planned for fails after five minutes, although Lambda says that it works on it', async () => {
    const begun = stack.clock.now();
    stack.script(() => lambdaError(409, 'SnapStartRegenerationFailureException'));
    expect((await stack.create(invocation())).Reason).toContain('within 300 s, at last with SnapStartRegenerationFailureException');
    expect(stack.clock.now() - begun).toBe(300 * SECOND);
  });

  test('about a grant that is 90 seconds late is waited for', async () => {
    const allowed = stack.clock.now() + 90 * SECOND;
    stack.script(() => stack.clock.now() < allowed ? DENIED : returned(1));
    expect(await stack.create(invocation())).toMatchObject({ Status: 'SUCCESS' });
  });

  test('about a grant that never comes fails after two minutes', async () => {
    stack.script(() => DENIED);
    const { Status, Reason } = await stack.create(invocation());
    expect(Status).toBe('FAILED');
    expect(Reason).toMatch(/^Invoke failed \d+ times within 120 s, at last with AccessDeniedException: not authorized/);
  });
});

describe('an answer that does not come', () => {
  const UNKNOWN = /^No answer came from migrate:\$LATEST: the connection broke, or \d+ s had passed\. The request had been sent, so the function may have run/;

  test.each<[string, () => Answer]>([
    ['in time', () => silence(75)],
    ['since the connection breaks', () => 'reset'],
    ['whole', () => ({ ...returned('x'.repeat(100)), cutOff: true })],
    ['since a gateway gave up', () => ({ status: 504 })],
  ])('%s fails the deployment, and never invokes a second time', async (_, answer) => {
    stack.script(() => answer());
    const { Status, Reason } = await stack.create(invocation());
    expect(Status).toBe('FAILED');
    expect(Reason).toMatch(UNKNOWN);
    expect(stack.calls).toHaveLength(1);
  });

  test('is waited for as long as the function may take, and somewhat longer', async () => {
    stack.script(() => {
      stack.clock.advance(74 * SECOND);
      return returned(1);
    });
    expect(await stack.create(invocation())).toMatchObject({ Status: 'SUCCESS' });
  });

  test('is not waited for beyond the time of the handler', async () => {
    stack.runTime = 51 * SECOND;
    stack.script(() => silence(26));
    expect((await stack.create(invocation())).Reason).toMatch(UNKNOWN);
  });

  test('reports the duration of the last attempt only', async () => {
    stack.script([lambdaError(429, 'TooManyRequestsException', 'Rate Exceeded.', { 'Retry-After': '60' }), 'reset']);
    expect((await stack.create(invocation())).Reason).toContain('the connection broke, or 0 s had passed.');
  });

  test('leaves no alarm on', async () => {
    stack.script([returned(1)]);
    await stack.create(invocation());
    expect(stack.clock.pending).toBe(0);
  });
});

test('too little time after a long wait is left to another run of the handler, and nothing runs twice', async () => {
  stack.runTime = 140 * SECOND;
  const allowed = stack.clock.now() + 90 * SECOND;
  stack.script(() => stack.clock.now() < allowed ? DENIED : returned(1));
  expect(await stack.create(invocation())).toMatchObject({ Status: 'SUCCESS' });
  expect(stack.steps.filter(step => step === 'continue').length).toBeGreaterThan(0);
});

test('the wait before another run leaves time to hand over', async () => {
  stack.runTime = 100 * SECOND;
  const allowed = stack.clock.now() + 75 * SECOND;
  stack.script(() => stack.clock.now() < allowed ? DENIED : returned(1));
  expect(await stack.create(invocation({ InvocationTimeout: '10' }))).toMatchObject({ Status: 'SUCCESS' });
  expect(stack.steps.filter(step => step === 'continue')).toHaveLength(1);
});

test('too little time in the second run, too, is the end, before CloudFormation gives up', async () => {
  stack.runTime = 140 * SECOND;
  stack.script(() => DENIED);

  expect((await stack.create(invocation())).Reason).toContain(' was not invoked: when Lambda was ready for it, too little time was left to wait for its answer.');
  expect(stack.steps.filter(step => step === 'continue')).toHaveLength(1);
});

test('a handler whose time is exactly enough bears with a short delay in one run', async () => {
  stack.runTime = (60 + HANDLER_TIME.invocation + HANDLER_TIME.report + HANDLER_TIME.answer + HANDLER_TIME.spare) * SECOND;
  stack.script([lambdaError(409, 'ResourceConflictException'), returned(1)]);
  expect(await stack.create(invocation())).toMatchObject({ Status: 'SUCCESS' });
  expect(stack.steps).not.toContain('continue');
});

test('a handler whose time is too short for the function from the outset does its best in one run', async () => {
  stack.runTime = 91 * SECOND;
  const allowed = stack.clock.now() + 20 * SECOND;
  stack.script(() => stack.clock.now() < allowed ? DENIED : returned(1));
  expect(await stack.create(invocation())).toMatchObject({ Status: 'SUCCESS' });
  expect(stack.steps).not.toContain('continue');
});

describe('an update', () => {
  async function updated(old: Partial<DeployTimeInvocationProperties>, current: Partial<DeployTimeInvocationProperties>) {
    stack.script(() => returned({ a: 1 }));
    await stack.create(invocation(old));
    const before = stack.calls.length;
    const answer = await stack.update(invocation(current), invocation(old));
    return { answer, runs: stack.calls.length - before };
  }

  test.each<[string, Partial<DeployTimeInvocationProperties>, Partial<DeployTimeInvocationProperties>]>([
    ['another function', {}, { FunctionName: 'other' }],
    ['another qualifier', { Qualifier: '1' }, { Qualifier: '2' }],
    ['another payload', {}, { Payloads: { Update: '{"action":"further up"}' } }],
    ['another trigger', { Triggers: { v: '1' } }, { Triggers: { v: '2' } }],
    ['a trigger more', {}, { Triggers: { v: '2' } }],
    ['another tenant', { TenantId: 'blue' }, { TenantId: 'red' }],
    ['another type', {}, { InvocationType: 'DryRun' }],
  ])('to %s invokes', async (_, old, current) => {
    expect(await updated(old, current)).toMatchObject({ runs: 1, answer: { Status: 'SUCCESS' } });
  });

  test.each<[string, Partial<DeployTimeInvocationProperties>, Partial<DeployTimeInvocationProperties>?]>([
    ['timeout', { InvocationTimeout: '90' }],
    ['log group', { LogGroupName: '/logs/other' }],
    ['role that reaches it', { AssumeRoleArn: 'arn:aws:iam::210987654321:role/deployer' }],
    ['order of keys in the payload', { Payloads: { Create: '{"action":"up"}', Update: '{ "at":[1.0,{"y":2,"z":1}], "action":"up" }' } },
      { Payloads: { Update: '{"action":"up","at":[1,{"z":1,"y":2}]}' } }],
    ['payload on delete', { Payloads: { Create: '{"action":"up"}', Update: '{"action":"up"}', Delete: '{}' } }],
  ])('of the mere %s does not', async (_, current, old = {}) => {
    expect(await updated(old, current)).toMatchObject({ runs: 0, answer: { Status: 'SUCCESS' } });
  });

  test('of any property invokes if the app reads the result', async () => {
    const Attributes = ['Response.a'];
    expect(await updated({ Attributes }, { Attributes, InvocationTimeout: '90' })).toMatchObject({ runs: 1, answer: { Data: { 'Response.a': '1' } } });
  });

  test('of a function that runs only once returns the kept attributes', async () => {
    const once = { Payloads: { Create: '{}' }, Attributes: ['Response.a', 'ExecutedVersion'], KeepAttributes: 'true' } as const;
    expect(await updated(once, { ...once, InvocationTimeout: '90', Triggers: { v: '2' } })).toMatchObject({
      runs: 0, answer: { Status: 'SUCCESS', Data: { 'Response.a': '1', 'ExecutedVersion': '7' } },
    });
  });

  test('fails for attributes that were not kept when the function ran', async () => {
    const once = { Payloads: { Create: '{}' }, Attributes: ['Response.a'], KeepAttributes: 'true' } as const;
    expect(await updated(once, { ...once, Attributes: ['Response.a', 'Response.b'] })).toMatchObject({
      runs: 0,
      answer: {
        Status: 'FAILED',
        Reason: '`Response.b` was not kept when the function ran, and an update does not run it again. '
          + 'Invoke the function on update, too, or give the construct another id so that the function runs again.',
      },
    });
  });
});

test('a result that is too large to be kept fails the create, and names the largest part', async () => {
  const noise = Array.from({ length: 40 }, (_, index) => createHash('sha256').update(`${index}`).digest('base64')).join('');
  stack.script([returned({ a: 'x', b: noise })]);
  const { Status, Reason } = await stack.create(invocation({ Payloads: { Create: '{}' }, Attributes: ['Response.a', 'Response.b'], KeepAttributes: 'true' }));
  expect(Status).toBe('FAILED');
  expect(Reason).toBe('The attributes that the app reads must fit into the physical id of the resource, because the function runs only once; that must be 1 to 1024 bytes. '
    + 'The largest is `Response.b` with 1760 bytes. Read fewer attributes, or invoke the function on update, too. The function has run.');
});

describe('a delete', () => {
  const WITH_DELETE = invocation({ Payloads: { Create: '{}', Delete: '{"action":"down"}' } });

  test('invokes if it is listed, with its own payload', async () => {
    stack.script(() => returned(1));
    await stack.create(WITH_DELETE);
    expect(await stack.delete(WITH_DELETE)).toMatchObject({ Status: 'SUCCESS' });
    expect(stack.calls.map(invoked).map(({ payload }) => payload)).toEqual([{}, { action: 'down' }]);
  });

  test('that is not listed invokes nothing', async () => {
    stack.script([returned(1)]);
    await stack.create(invocation());
    expect(await stack.delete(invocation())).toMatchObject({ Status: 'SUCCESS' });
    expect(stack.calls).toHaveLength(1);
  });

  test('succeeds when the function is gone', async () => {
    stack.script([returned(1), lambdaError(404, 'ResourceNotFoundException', 'Function not found')]);
    await stack.create(WITH_DELETE);
    expect(await stack.delete(WITH_DELETE)).toMatchObject({ Status: 'SUCCESS' });
  });

  test('fails when the function fails', async () => {
    stack.script([returned(1), threw({ errorMessage: 'still in use' })]);
    await stack.create(WITH_DELETE);
    expect(await stack.delete(WITH_DELETE)).toMatchObject({
      Status: 'FAILED', Reason: 'migrate:$LATEST failed: still in use (request id invocation-1, log group /logs/migrate).',
    });
  });

  test('invokes nothing for an id that CloudFormation made up', async () => {
    const answer = await stack.deploy(stack.request('Delete', WITH_DELETE, { PhysicalResourceId: 'Shop-Resource-1ABCDEF' }));
    expect(answer).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'Shop-Resource-1ABCDEF' });
    expect(stack.calls).toEqual([]);
  });

  test('after a failed create invokes nothing', async () => {
    stack.script([threw({})]);
    await stack.create(WITH_DELETE);
    expect(await stack.delete(WITH_DELETE)).toMatchObject({ Status: 'SUCCESS' });
    expect(stack.calls).toHaveLength(1);
  });
});

test('the same request twice runs the function once', async () => {
  stack.script(() => returned(1));
  const request = stack.request('Create', invocation());
  await Promise.all([stack.handle(request), stack.handle(request)]);
  await stack.handle(request);
  expect(stack.calls).toHaveLength(1);
  expect(stack.answers).toHaveLength(1);
});

test('nothing secret gets into the log, whatever happens', async () => {
  const secrets = invocation({
    Payloads: { Create: '{"password":"top-secret-payload"}', Delete: '{"password":"top-secret-payload"}' },
    ClientContext: '{"token":"top-secret-context"}',
    Attributes: ['Response.key'],
  });
  const context = Buffer.from('{"token":"top-secret-context"}').toString('base64');
  stack.script([
    lambdaError(429, 'TooManyRequestsException', 'top-secret-message'), returned({ key: 'top-secret-response' }),
    threw({ errorMessage: 'top-secret-error' }, 'top-secret-log'), 'reset',
  ]);
  stack.cloudFormation.script([{ status: 500, body: 'top-secret-refusal' }, {}, {}, {}]);
  await stack.handle(stack.request('Create', secrets));
  await stack.handle(stack.request('Create', secrets));
  await stack.handle(stack.request('Create', secrets));
  expect(stack.answers.map(({ Status }) => Status)).toEqual(['SUCCESS', 'SUCCESS', 'FAILED', 'FAILED']);
  expect(stack.lines.length).toBeGreaterThan(8);
  expect(stack.lines.join('\n')).not.toMatch(new RegExp(`secret|${context}|signature`));
});
