import { createHash } from 'node:crypto';
import { ACCEPTED, invocation } from './invocations';
import { RESOURCE_TYPE } from '../../../lib/contract/custom-resource';
import type { DeployTimeInvocationProperties } from '../../../lib/contract/deploy-time-invocation';
import { HANDLER_TIME } from '../../../lib/contract/handler-time';
import { deployTimeInvocation } from '../../../lib/handler/invocation/deploy-time-invocation';
import { pointSdkTo } from '../loopback/environment';
import { lambdaError } from '../loopback/lambda-answers';
import { ScriptedServer, type ScriptedAnswer } from '../loopback/scripted-server';
import { Stack } from '../stack';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const NOT_FOUND = lambdaError(404, 'ResourceNotFoundException', "The function doesn't have an EventInvokeConfig");

let stack: Stack;
let sqs: Queue;
let restore: () => void;

beforeEach(async () => {
  stack = await Stack.start(RESOURCE_TYPE.invocation, deployTimeInvocation);
  sqs = new Queue(await ScriptedServer.start());
  restore = pointSdkTo({ LAMBDA: stack.lambda.url, SQS: sqs.server.url });
});

afterEach(async () => {
  restore();
  await Promise.all([stack.stop(), sqs.server.stop()]);
});

/** As much of SQS as it takes: what arrives is there from some time on, and until it is deleted. */
class Queue {
  private readonly messages: { readonly body: string; readonly from: number; readonly handle: string }[] = [];

  constructor(readonly server: ScriptedServer) {
    server.script(({ headers, body }) => this.serve(String(headers['x-amz-target']).split('.')[1], JSON.parse(body)));
  }

  arrive(body: unknown, seconds = 0): void {
    this.messages.push({ body: typeof body === 'string' ? body : JSON.stringify(body), from: stack.clock.now() + seconds * SECOND, handle: `handle-${this.messages.length}` });
  }

  get left(): string[] {
    return this.messages.map(({ body }) => body);
  }

  get polls(): number {
    return this.server.requests.filter(({ headers }) => headers['x-amz-target'] === 'AmazonSQS.ReceiveMessage').length;
  }

  private serve(action: string, input: any): ScriptedAnswer {
    const headers = { 'content-type': 'application/x-amz-json-1.0' };
    if (action === 'DeleteMessageBatch') {
      for (const { ReceiptHandle } of input.Entries) {
        this.messages.splice(this.messages.findIndex(({ handle }) => handle === ReceiptHandle), 1);
      }
      return { headers, body: { Successful: input.Entries.map(({ Id }: { Id: string }) => ({ Id })), Failed: [] } };
    }
    if (this.visible().length === 0) {
      stack.clock.advance(input.WaitTimeSeconds * SECOND);
    }
    return { headers, body: { Messages: this.visible().map(({ body, handle }) => message(body, handle)) } };
  }

  private visible() {
    return this.messages.filter(({ from }) => from <= stack.clock.now()).slice(0, 10);
  }
}

/** The SDK checks the sum. */
function message(body: string, handle: string): object {
  return { MessageId: handle, Body: body, MD5OfBody: createHash('md5').update(body).digest('hex'), ReceiptHandle: handle };
}

function awaited(more: Partial<DeployTimeInvocationProperties> = {}): DeployTimeInvocationProperties {
  return invocation({
    InvocationType: 'Event',
    Qualifier: 'deployment',
    InvocationTimeout: '600',
    Outcome: { QueueUrl: `${sqs.server.url}/123456789012/outcomes` },
    ...more,
  });
}

/** A config that Lambda has known for some time. */
function config(age: number): ScriptedAnswer {
  return { body: { LastModified: (stack.clock.now() - age) / SECOND } };
}

function record(more: object = {}, context: object = {}): object {
  return {
    version: '1.0',
    timestamp: '2026-01-01T00:00:00.000Z',
    requestContext: {
      requestId: 'event-1', functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:migrate:deployment', condition: 'Success', approximateInvokeCount: 1, ...context,
    },
    requestPayload: { action: 'up' },
    responseContext: { statusCode: 200, executedVersion: '7' },
    responsePayload: { rows: 3 },
    ...more,
  };
}

const FAILED = { responseContext: { statusCode: 200, executedVersion: '7', functionError: 'Unhandled' }, responsePayload: { errorType: 'Error', errorMessage: 'no table' } };

describe('the outcome of an event', () => {
  test('is success when the function succeeds, and what it returned can be read', async () => {
    stack.script([config(4 * MINUTE), ACCEPTED]);
    sqs.arrive(record(), 45);
    expect(await stack.create(awaited({ Attributes: ['Response.rows', 'ExecutedVersion', 'StatusCode', 'RequestId'] }))).toMatchObject({
      Status: 'SUCCESS', Data: { 'Response.rows': '3', 'ExecutedVersion': '7', 'StatusCode': '200', 'RequestId': 'event-1' },
    });
    expect(stack.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /2019-09-25/functions/migrate/event-invoke-config', 'POST /2015-03-31/functions/migrate/invocations',
    ]);
    expect(stack.calls.map(({ query }) => query.get('Qualifier'))).toEqual(['deployment', 'deployment']);
    expect(sqs.polls).toBe(3);
    expect(sqs.left).toEqual([]);
  });

  test.each([
    ['the function failed for good', record(FAILED, { condition: 'RetriesExhausted', approximateInvokeCount: 3 }), 'Error: no table (condition RetriesExhausted after 3 attempts'],
    ['it became too old', record(FAILED, { condition: 'EventAgeExceeded' }), 'Error: no table (condition EventAgeExceeded after 1 attempt,'],
    ['the function is switched off', record({ responseContext: undefined, responsePayload: undefined }, { condition: 'ZeroReservedConcurrency', approximateInvokeCount: 0 }),
      'it never ran (condition ZeroReservedConcurrency after 0 attempts'],
    ['the function ran, and nothing is told of it', record({ responseContext: undefined, responsePayload: undefined }, { condition: 'RetriesExhausted', approximateInvokeCount: 2 }),
      'it gave no reason (condition RetriesExhausted after 2 attempts'],
    ['of a reason that is unknown here', record({ responsePayload: 'what?' }, { condition: 'RecursiveInvocation' }), 'it gave no reason (condition RecursiveInvocation after 1 attempt,'],
    ['it is called a success, but is none', record(FAILED), 'Error: no table (condition Success after 1 attempt,'],
  ])('is failure when %s', async (_, body, words) => {
    stack.script([config(4 * MINUTE), ACCEPTED]);
    sqs.arrive(body);
    const { Status, Reason } = await stack.create(awaited());
    expect(Status).toBe('FAILED');
    expect(Reason).toMatch(/^migrate:deployment failed: /);
    expect(Reason).toContain(words);
    expect(Reason).toMatch(/, request id event-1, log group \/logs\/migrate\)\.$/);
  });

  test('finds its record among others, and deletes all', async () => {
    stack.script([config(4 * MINUTE), ACCEPTED]);
    sqs.arrive(record(FAILED, { requestId: 'event-0', condition: 'RetriesExhausted' }));
    sqs.arrive('no record');
    sqs.arrive('null');
    sqs.arrive(record(), 30);
    expect(await stack.create(awaited())).toMatchObject({ Status: 'SUCCESS' });
    expect(sqs.left).toEqual([]);
  });

  test('that does not come is a failure, and no hang', async () => {
    stack.script([config(4 * MINUTE), ACCEPTED]);
    expect(await stack.create(awaited())).toMatchObject({
      Status: 'FAILED',
      Reason: 'migrate:deployment did not report the outcome of event event-1 within 600 s. It may not have run yet, or may be running; its log group is /logs/migrate.',
    });
    expect(sqs.polls).toBe(30);
  });

  test('cannot be awaited without a config that reports it, and then nothing runs', async () => {
    stack.script([NOT_FOUND]);
    expect(await stack.create(awaited())).toMatchObject({
      Status: 'FAILED', Reason: 'migrate:deployment has no event invoke config, so Lambda reports no outcome of events. Add a config with destinations for success and failure.',
    });
    expect(stack.calls).toHaveLength(1);
  });

  test('fails without a request id', async () => {
    stack.script([config(4 * MINUTE), { status: 202 }]);
    expect((await stack.create(awaited())).Reason).toBe(
      'Lambda accepted the event for migrate:deployment without a request id, so the handler cannot recognize its outcome.',
    );
  });
});

describe('a config that is new', () => {
  test.each([[0, 180], [100, 80], [180, 0], [100_000, 0]])('of %p s is given another %p s before the event is sent', async (age, wait) => {
    const begun = stack.clock.now();
    let sent: number | undefined;
    stack.script(({ method }) => {
      if (method === 'GET') {
        return config(age * SECOND);
      }
      sent = stack.clock.now();
      return ACCEPTED;
    });
    sqs.arrive(record());
    expect(await stack.create(awaited())).toMatchObject({ Status: 'SUCCESS' });
    expect((sent! - begun) / SECOND).toBe(wait);
  });

  test('of unknown age counts as new', async () => {
    const begun = stack.clock.now();
    let sent: number | undefined;
    stack.script(({ method }) => {
      sent = method === 'GET' ? undefined : stack.clock.now();
      return method === 'GET' ? { body: {} } : ACCEPTED;
    });
    sqs.arrive(record());
    expect(await stack.create(awaited())).toMatchObject({ Status: 'SUCCESS' });
    expect((sent! - begun) / SECOND).toBe(180);
  });

  test('is waited for in another run, if this one is too short', async () => {
    stack.runTime = 2.5 * MINUTE;
    const modified = stack.clock.now();
    let sent: number | undefined;
    stack.script(({ method }) => {
      if (method === 'GET') {
        return { body: { LastModified: modified / SECOND } };
      }
      sent = stack.clock.now();
      sqs.arrive(record());
      return ACCEPTED;
    });
    expect(await stack.create(awaited())).toMatchObject({ Status: 'SUCCESS' });
    expect(sent! - modified).toBe(3 * MINUTE);
    expect(stack.steps.filter(step => step === 'continue')).toHaveLength(1);
  });
});

describe('an event that takes longer than a run of the handler', () => {
  test('is sent once and awaited in the runs that follow', async () => {
    stack.script([config(4 * MINUTE), ACCEPTED]);
    sqs.arrive(record(), 50 * 60);
    expect(await stack.create(awaited({ InvocationTimeout: '3600', Attributes: ['Response.rows'] }))).toMatchObject({ Status: 'SUCCESS', Data: { 'Response.rows': '3' } });
    expect(stack.calls).toHaveLength(2);
    expect(stack.steps.filter(step => step === 'continue')).toHaveLength(3);
  });

  test('is awaited also if Lambda throttles the handler itself: there is a minute to hand over', async () => {
    stack.script([config(4 * MINUTE), ACCEPTED]);
    stack.throttled = 10;
    sqs.arrive(record(), 50 * 60);
    expect(await stack.create(awaited({ InvocationTimeout: '3600' }))).toMatchObject({ Status: 'SUCCESS' });
    expect(stack.throttled).toBe(0);
  });

  test('fails when its own time is over, in whichever run', async () => {
    stack.script([config(4 * MINUTE), ACCEPTED]);
    const begun = stack.clock.now();
    const { Status, Reason } = await stack.create(awaited({ InvocationTimeout: '1800' }));
    expect([Status, Reason]).toEqual(['FAILED', expect.stringContaining('within 1800 s.')]);
    expect(stack.clock.now() - begun).toBe(1800 * SECOND);
  });
});

test('numbers in the response keep all digits', async () => {
  stack.script([config(4 * MINUTE), ACCEPTED]);
  const text = JSON.stringify(record()).replace(/"responsePayload":\{[^}]*\}/, '"responsePayload":{"id":9007199254740993,"amount":1.10}');
  expect(text).toContain('9007199254740993');
  sqs.arrive(text);
  expect(await stack.create(awaited({ Attributes: ['Response.id', 'Response'] }))).toMatchObject({
    Status: 'SUCCESS', Data: { 'Response.id': '9007199254740993', 'Response': '{"id":9007199254740993,"amount":1.10}' },
  });
});

test('an event whose time ends with the run fails in that run', async () => {
  stack.runTime = (60 + HANDLER_TIME.report + HANDLER_TIME.answer + HANDLER_TIME.spare) * SECOND;
  stack.script([config(4 * MINUTE), ACCEPTED]);
  expect((await stack.create(awaited({ InvocationTimeout: '60' }))).Reason).toContain('did not report the outcome of event event-1 within 60 s.');
  expect(stack.steps).not.toContain('continue');
});

describe('a queue', () => {
  const json = { 'content-type': 'application/x-amz-json-1.0' };
  const denied: ScriptedAnswer = { status: 400, headers: json, body: { __type: 'com.amazonaws.sqs#AccessDenied', message: 'not authorized' } };

  test('that is not open yet is asked again', async () => {
    stack.script([config(4 * MINUTE), ACCEPTED]);
    const answers: ScriptedAnswer[] = [denied, { status: 503 }, { headers: json, body: { Messages: [message(JSON.stringify(record()), 'h')] } }, { status: 500 }];
    sqs.server.script(() => answers.shift() ?? { status: 501 });
    expect(await stack.create(awaited())).toMatchObject({ Status: 'SUCCESS' });
    expect(stack.steps).toContain('outcomes left');
  });

  test('that does not exist is a failure', async () => {
    stack.script([config(4 * MINUTE), ACCEPTED]);
    sqs.server.script(() => ({ status: 400, headers: json, body: { __type: 'com.amazonaws.sqs#QueueDoesNotExist', message: 'no queue' } }));
    expect(await stack.create(awaited())).toMatchObject({ Status: 'FAILED', Reason: 'QueueDoesNotExist: no queue' });
  });

  test('that answers at once although it is empty is not asked more than once a second', async () => {
    stack.script([config(4 * MINUTE), ACCEPTED]);
    sqs.server.script(() => ({ headers: json, body: {} }));
    expect(await stack.create(awaited({ InvocationTimeout: '10' }))).toMatchObject({ Status: 'FAILED' });
    expect(stack.clock.sleeps).toEqual(Array(10).fill(SECOND));
  });

  test("is in the function's Region", async () => {
    stack.script([config(4 * MINUTE), ACCEPTED]);
    sqs.arrive(record());
    await stack.create(awaited({ Region: 'eu-west-1' }));
    expect(sqs.server.requests[0].headers.authorization).toContain('/eu-west-1/sqs/');
  });
});

describe('on delete', () => {
  const BOTH = { Payloads: { Create: '{}', Delete: '{}' } };

  test('succeeds on delete if the function and its config are gone', async () => {
    stack.script([config(4 * MINUTE), ACCEPTED, NOT_FOUND, lambdaError(404, 'ResourceNotFoundException')]);
    sqs.arrive(record());
    await stack.create(awaited(BOTH));
    expect(await stack.delete(awaited(BOTH))).toMatchObject({ Status: 'SUCCESS' });
  });

  test('invokes a function on delete also if its config is gone', async () => {
    stack.script([config(4 * MINUTE), ACCEPTED, NOT_FOUND, ACCEPTED]);
    sqs.arrive(record());
    await stack.create(awaited(BOTH));
    expect(await stack.delete(awaited(BOTH))).toMatchObject({ Status: 'SUCCESS' });
    expect(stack.calls).toHaveLength(4);
    expect(stack.steps).toContain('outcome unknown');
  });
});
