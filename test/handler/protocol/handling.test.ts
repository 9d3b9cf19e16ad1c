import type { CustomResourceRequest } from '../../../lib/contract/custom-resource';
import { Failure } from '../../../lib/handler/protocol/failure';
import type { Continuation, Deployment, Resource, Result } from '../../../lib/handler/resource';
import { ScriptedServer } from '../loopback/scripted-server';
import { STACK_ID, Stack } from '../stack';

const TYPE = 'Custom::Probe';
const SECOND = 1000;

type Work = (request: CustomResourceRequest, deployment: Deployment) => Promise<Result | Continuation>;

/** A resource that does what a test says, and remembers what it was asked. */
class Probe implements Resource {
  readonly asked: string[] = [];
  work: Work = async () => ({ physicalResourceId: 'thing' });

  create: Work = (request, deployment) => this.ask('create', request, deployment);
  update: Work = (request, deployment) => this.ask('update', request, deployment);
  delete: Work = (request, deployment) => this.ask('delete', request, deployment);

  private async ask(what: string, request: CustomResourceRequest, deployment: Deployment): Promise<Result | Continuation> {
    this.asked.push(what);
    return this.work(request, deployment);
  }
}

let probe: Probe;
let stack: Stack;

beforeEach(async () => {
  probe = new Probe();
  stack = await Stack.start(TYPE, probe);
});

afterEach(() => stack.stop());

const fail = (error: unknown): Work => async () => {
  throw error;
};

describe('a request that succeeds', () => {
  test('is answered with its ids, the data and the physical id', async () => {
    probe.work = async () => ({ physicalResourceId: 'thing', data: { Answer: '42' }, noEcho: true });
    expect(await stack.create({})).toEqual({
      Status: 'SUCCESS', PhysicalResourceId: 'thing', RequestId: 'request-1', StackId: STACK_ID, LogicalResourceId: 'Resource', NoEcho: true, Data: { Answer: '42' },
    });
  });

  test('keeps the physical id of the create', async () => {
    await stack.create({});
    probe.work = async () => ({});
    expect(await stack.update({}, {})).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'thing' });
    expect(await stack.delete({})).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'thing' });
    expect(probe.asked).toEqual(['create', 'update', 'delete']);
  });

  test('gets another physical id only by an update that returns one', async () => {
    await stack.create({});
    probe.work = async () => ({ physicalResourceId: 'another' });
    expect(await stack.update({}, {})).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'another' });
  });

  test('fails after all if it returns more data than CloudFormation takes', async () => {
    probe.work = async () => ({ physicalResourceId: 'thing', data: { Small: 'x', Large: 'ä'.repeat(2000) } });
    expect(await stack.create({})).toMatchObject({
      Status: 'FAILED',
      Reason: expect.stringMatching(/^The attributes that the app reads must be at most 4096 bytes in all, got: \d+ bytes; the largest is `Large` with 4000 bytes\. /),
    });
  });
});

describe('a request that fails', () => {
  test('is answered with the reason', async () => {
    probe.work = fail(new Error('no such thing'));
    expect(await stack.create({})).toEqual({
      Status: 'FAILED', Reason: 'no such thing', PhysicalResourceId: 'failed-create:Resource', RequestId: 'request-1', StackId: STACK_ID, LogicalResourceId: 'Resource',
    });
  });

  test.each([
    ['a text', 'just words', 'just words'],
    ['nothing', undefined, 'undefined'],
    ['an error without a message', new Error(), 'The handler failed without a message.'],
    ['an error of a service', Object.assign(new Error('Rate Exceeded.'), { name: 'TooManyRequestsException', $metadata: {} }), 'TooManyRequestsException: Rate Exceeded.'],
    ['the end of a log', new Failure('It failed. The log:', ['first', 'second']), 'It failed. The log:\nfirst\nsecond'],
  ])('with %s, too', async (_, thrown, reason) => {
    probe.work = fail(thrown);
    expect(await stack.create({})).toMatchObject({ Status: 'FAILED', Reason: reason });
  });

  test('does nothing when the failed create is deleted', async () => {
    probe.work = fail(new Error('no'));
    await stack.create({});
    expect(await stack.delete({})).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'failed-create:Resource' });
    expect(probe.asked).toEqual(['create']);
  });

  test('creates when a failed create that was left behind is updated', async () => {
    probe.work = fail(new Error('no'));
    await stack.create({});
    probe.work = async () => ({ physicalResourceId: 'thing' });
    expect(await stack.update({}, {})).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'thing' });
    expect(probe.asked).toEqual(['create', 'create']);
  });

  test('keeps the physical id when an update fails and is rolled back', async () => {
    await stack.create({ Version: '1' });
    probe.work = fail(new Error('no'));
    expect(await stack.update({ Version: '2' }, { Version: '1' })).toMatchObject({ Status: 'FAILED', PhysicalResourceId: 'thing' });
    probe.work = async () => ({});
    expect(await stack.update({ Version: '1' }, { Version: '2' })).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'thing' });
  });
});

describe('the time of a run', () => {
  test('ends with an answer, although the work does not', async () => {
    stack.runTime = 60 * SECOND;
    probe.work = async (_, { clock }) => {
      (clock as typeof stack.clock).advance(55 * SECOND);
      return new Promise(() => {});
    };
    expect(await stack.create({})).toMatchObject({
      Status: 'FAILED', Reason: 'The handler ran out of time before it was done. What it had begun may have taken effect.',
    });
  });

  test('leaves some for the answer', async () => {
    const seen: number[] = [];
    probe.work = async (_, { remaining }) => {
      seen.push(remaining());
      return {};
    };
    stack.runTime = 60 * SECOND;
    await stack.create({});
    stack.runTime = 11 * SECOND;
    await stack.update({}, {});
    expect(seen).toEqual([39 * SECOND, 5 * SECOND]);
  });

  test('leaves no alarm behind', async () => {
    await stack.create({});
    expect(stack.clock.pending).toBe(0);
  });
});

describe('a request that takes longer than a run', () => {
  test('goes on in the next, which answers', async () => {
    probe.work = async (_, { state }) => state === undefined ? { continueWith: { since: 1 } } : { physicalResourceId: `thing since ${(state as { since: number }).since}` };
    stack.script([]);
    expect(await stack.create({})).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'thing since 1' });
    expect(probe.asked).toEqual(['create', 'create']);
  });

  test('is handed over as an event to the handler itself', async () => {
    probe.work = async () => ({ continueWith: null });
    stack.script([]);
    await stack.handle(stack.request('Create', {}));
    expect(stack.lambda.requests.map(({ path, headers }) => [path, headers['x-amz-invocation-type']])).toEqual([
      ['/2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:handler/invocations', 'Event'],
    ]);
    expect(JSON.parse(stack.continuations[0])).toMatchObject({ continued: { state: null, runs: 1, request: { RequestId: 'request-1' } } });
    expect(stack.answers).toEqual([]);
  });

  test('fails if the handler may not call itself', async () => {
    probe.work = async () => ({ continueWith: null });
    stack.lambda.script(() => ({ status: 403, headers: { 'x-amzn-ErrorType': 'AccessDeniedException' }, body: { Message: 'not authorized' } }));
    const { Status, Reason } = await stack.create({});
    expect(Status).toBe('FAILED');
    expect(Reason).toMatch(/^the next run of the handler failed \d+ times within 120 s, at last with AccessDeniedException: not authorized$/);
  });

  test('does not go on for ever', async () => {
    probe.work = async () => ({ continueWith: null });
    stack.script([]);
    expect(await stack.create({})).toMatchObject({
      Status: 'FAILED', Reason: 'The handler was not done after 8 runs: its own timeout leaves too little time in each.',
    });
    expect(probe.asked).toHaveLength(8);
  });

  test('does not repeat an unanswered hand-over if the work has not begun', async () => {
    probe.work = async () => ({ continueWith: null });
    stack.lambda.script(['reset']);
    expect(await stack.create({})).toMatchObject({ Status: 'FAILED' });
    expect(stack.lambda.requests).toHaveLength(1);
  });

  test('is handed over again if all that is left is to wait', async () => {
    probe.work = async () => ({ continueWith: { since: 1 } });
    stack.lambda.script(['reset', { status: 202 }]);
    await stack.handle(stack.request('Create', {}));
    expect(stack.lambda.requests).toHaveLength(2);
    expect(stack.answers).toEqual([]);
  });
});

test('no connection is kept from one run to the next, for it may have died meanwhile', async () => {
  const clients: unknown[] = [];
  probe.work = async (_, { lambda }) => {
    clients.push(lambda({ FunctionName: 'f' }), lambda({ FunctionName: 'g' }));
    return { physicalResourceId: 'thing' };
  };
  await stack.create({});
  await stack.update({}, {});
  expect(new Set(clients).size).toBe(2);
});

describe('a malformed event', () => {
  test.each([
    ['no object', null],
    ['nothing of a request', {}],
    ['no address', { RequestId: 'r', StackId: 's', LogicalResourceId: 'l' }],
    ['an address that is none', { RequestId: 'r', StackId: 's', LogicalResourceId: 'l', ResponseURL: 'ftp://secret' }],
  ])('throws without an address for the answer: %s', async (_, event) => {
    await expect(stack.handle(event)).rejects.toThrow(/^The event is no request of CloudFormation: it(s ResponseURL is no URL\.| lacks )/);
    expect(stack.answers).toEqual([]);
  });

  test.each([
    [{ RequestType: 'Replace' }, '`RequestType` of the request must be one of Create, Update, Delete, got: "Replace"'],
    [{ ResourceType: 7 }, '`ResourceType` of the request must be a text, got: 7'],
    [{ ResourceProperties: 'all' }, '`ResourceProperties` of the request must be an object, got: "all"'],
    [{ ResourceProperties: undefined }, '`ResourceProperties` of the request must be an object, got: undefined'],
    [{ OldResourceProperties: [] }, '`OldResourceProperties` of the request must be an object, got: a list'],
    [{ RequestType: 'Delete' }, '`PhysicalResourceId` of the request must be a text, got: undefined'],
    [{ ResourceType: 'Custom::Other' }, '`ResourceType` of the request must be one of Custom::Probe, got: "Custom::Other"'],
    [{ ResourceType: 'toString' }, '`ResourceType` of the request must be one of Custom::Probe, got: "toString"'],
  ])('%j fails with the reason', async (wrong, Reason) => {
    const answer = await stack.deploy({ ...stack.request('Create', {}), ...wrong } as unknown as CustomResourceRequest);
    expect(answer).toMatchObject({ Status: 'FAILED', Reason });
    expect(probe.asked).toEqual([]);
  });
});

test('nothing of the request but its ids gets into the log', async () => {
  probe.work = fail(new Error('secret reason'));
  await stack.create({ Payloads: { Create: 'secret payload' } });
  expect(stack.lines.map(line => JSON.parse(line))).toEqual([
    { step: 'begin', resource: 'Resource', type: 'Create', request: 'request-1', runs: 0 },
    { step: 'failed', resource: 'Resource', type: 'Create', request: 'request-1', error: 'Error' },
    { step: 'answer', resource: 'Resource', type: 'Create', request: 'request-1', status: 'FAILED', attempts: 1, outcome: 'taken' },
  ]);
});

describe('a request that arrives again', () => {
  test('afterwards is neither worked on nor answered again', async () => {
    const request = stack.request('Create', {});
    await stack.handle(request);
    await stack.handle(request);
    expect(probe.asked).toEqual(['create']);
    expect(stack.answers).toHaveLength(1);
  });

  test('at the same time waits for the first', async () => {
    const request = stack.request('Create', {});
    await Promise.all([stack.handle(request), stack.handle({ ...request })]);
    expect(probe.asked).toEqual(['create']);
    expect(stack.answers).toHaveLength(1);
  });

  test('after its answer was not taken is answered, and not worked on', async () => {
    stack.cloudFormation.script(() => ({ status: 500 }));
    const request = stack.request('Create', {});
    await expect(stack.handle(request)).rejects.toThrow('CloudFormation did not take the answer');
    stack.cloudFormation.script(() => ({}));
    await stack.handle(request);
    expect(probe.asked).toEqual(['create']);
    expect(stack.answers.at(-1)).toMatchObject({ Status: 'SUCCESS' });
  });

  test('with another URL, since a deployment is tried again, gets the answer that it had when it succeeded', async () => {
    const again = await ScriptedServer.start(() => ({}));
    const request = stack.request('Create', {});
    await stack.handle(request);
    await stack.handle({ ...request, ResponseURL: again.url });
    await again.stop();
    expect(probe.asked).toEqual(['create']);
    expect(again.requests.map(({ body }) => JSON.parse(body))).toEqual(stack.answers);
  });

  test('with another URL is worked on again when it failed', async () => {
    probe.work = fail(new Error('no'));
    const request = stack.request('Create', {});
    await stack.handle(request);
    await stack.handle({ ...request, ResponseURL: `${request.ResponseURL}&again` });
    expect(probe.asked).toEqual(['create', 'create']);
    expect(stack.answers).toHaveLength(2);
  });

  test('after it was handed over is left to the run that goes on', async () => {
    probe.work = async () => ({ continueWith: null });
    stack.script([]);
    const request = stack.request('Create', {});
    await stack.handle(request);
    await stack.handle(request);
    expect(stack.continuations).toHaveLength(1);
    expect(stack.answers).toEqual([]);
  });
});
