import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RecordedFlow, INBOX, START, type Kind } from './flow';
import type { Behaviour } from '../../../lib/simulator';
import { sendJson, sendLambda, sendS3, type Sent } from '../endpoint/requests';

/** A record of the real service, and what led to it. */
interface RecordedRecord {
  readonly recorded: string;
  readonly function: string;
  readonly to: Kind;
  readonly side: 'OnSuccess' | 'OnFailure';
  readonly retries?: number;
  readonly age?: number;
  readonly reserved?: number;

  /** The exact event; absent if none was sent. */
  readonly payload?: string;

  /** The exact response of the function. */
  readonly runs?: { readonly payload?: string; readonly error?: string };
  readonly record: Readonly<Record<string, unknown>>;

  /** The envelope around the record, as far as it was recorded. */
  readonly around?: Readonly<Record<string, unknown>>;
}

const { records: RECORDS }: { records: readonly RecordedRecord[] } = JSON.parse(readFileSync(join(__dirname, 'records.json'), 'utf8'));

/** Invokes the function over HTTP, and lets hours pass. */
class Played {
  static async of({ function: name, to, side, retries, age, reserved, payload, runs }: Omit<RecordedRecord, 'recorded' | 'record'>, place: string): Promise<Played> {
    const flow = new RecordedFlow(name, to, place);
    const { url } = await flow.simulator.listen();
    const played = new Played(flow, url);
    if (to === 'function') {
      flow.simulator.function(place).respond((event: unknown) => void played.received.push(event));
    }
    flow.simulator.function(name).respond(played.behaviour(runs));
    await played.send('PutFunctionEventInvokeConfig', {
      MaximumRetryAttempts: retries,
      MaximumEventAgeInSeconds: age,
      DestinationConfig: to === 'dead letter' ? {} : { [side]: { Destination: flow.destinationArn } },
    });
    if (reserved !== undefined) {
      await played.send('PutFunctionConcurrency', { ReservedConcurrentExecutions: reserved });
    }
    const invoked = await played.send('Invoke', { InvocationType: 'Event', Payload: payload });
    played.requestId = invoked.headers.get('x-amzn-requestid')!;
    await flow.simulator.clock.settle();
    return played;
  }

  /** What the function at the destination got. */
  readonly received: unknown[] = [];

  /** The request ids that the function saw, one for each attempt. */
  readonly seen: string[] = [];
  requestId = '';

  private constructor(readonly flow: RecordedFlow, readonly url: string) {}

  async send(operation: string, members: object): Promise<Sent> {
    const sent = await sendLambda(this.url, operation, { FunctionName: this.flow.functionName, ...members });
    if (sent.status >= 300) {
      throw new Error(`${operation}: ${sent.body}`);
    }
    return sent;
  }

  async messages(): Promise<Array<{ Body: string } & Record<string, unknown>>> {
    const QueueUrl = `${this.url}/111111111111/${INBOX}`;
    const answer = await sendJson(this.url, 'AmazonSQS.ReceiveMessage', { QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] });
    return JSON.parse(answer.body).Messages;
  }

  private behaviour({ payload = 'null', error }: NonNullable<RecordedRecord['runs']> = {}): Behaviour {
    return {
      run: ({ context }) => {
        this.seen.push(context.awsRequestId);
        return error === undefined ? { kind: 'succeeded', payload } : { kind: 'failed', error: JSON.parse(error) };
      },
    };
  }
}

test.each(RECORDS.map(recorded => [recorded.recorded, recorded] as const))('%s', async (_, recorded) => {
  const { around } = recorded;
  const place = (around?.resources as string[] | undefined)?.[0].split('/')[1] ?? `${around?.TopicArn ?? 'receiver'}`.split(':').at(-1)!;
  const played = await Played.of(recorded, place);
  const { flow, requestId, seen } = played;
  const [got] = recorded.to === 'function' ? played.received : (await played.messages()).map(({ Body }) => JSON.parse(Body));
  expect(recordIn(recorded.to, got)).toEqual(filled(recorded.record, requestId));
  expect(around && envelopeOf(recorded.to, got)).toEqual(around && filled(around, requestId));
  expect(new Set(seen).size).toBeLessThanOrEqual(1);
  await flow.simulator.close();
});

test('dest-sqs-retries-01-record: attempts one and two minutes after the one before, with one request id (retry-reqid-02-end_messages)', async () => {
  const played = await Played.of(RECORDS.find(({ recorded }) => recorded === 'dest-sqs-retries-01-record')!, 'receiver');
  expect(played.seen).toEqual([played.requestId, played.requestId, played.requestId]);
  // Recorded: one attempt after 30.5 s, two after 91.5 s, three after 213.5 s.
  const [outcome] = played.flow.simulator.outcomes;
  expect(outcome.timeline.filter(line => / run | run$|attempt/.test(line)).map(line => line.split(' ')[0])).toEqual(['0:00:00', '0:01:00', '0:03:00']);
  await played.flow.simulator.close();
});

test('sk-rec-05-sqs-success: both payloads keep the bytes of their senders, and the envelope has no blanks', async () => {
  const recorded = RECORDS.find(each => each.recorded === 'sk-rec-05-sqs-success')!;
  const played = await Played.of(recorded, 'receiver');
  const [{ Body, MessageAttributes }] = await played.messages();
  expect(Body).toContain(`"requestPayload":${recorded.payload},"responseContext":{"statusCode":200,"executedVersion":"$LATEST"},"responsePayload":${recorded.runs!.payload}}`);
  expect(MessageAttributes).toBeUndefined();
  await played.flow.simulator.close();
});

const FAILING = { side: 'OnFailure', retries: 0, runs: { error: '{"errorMessage":"native-error:雪🙂Z","errorType":"RuntimeError"}' } } as const;

test('dlq-cfn-01-message: an event without a payload becomes a dead letter with an empty object', async () => {
  const played = await Played.of({ ...FAILING, function: 'fn', to: 'dead letter' }, INBOX);
  expect(await played.messages()).toEqual([expect.objectContaining({ Body: '{}', MD5OfBody: '99914b932bd37a50b983c5e7c90ae93b' })]);
  await played.flow.simulator.close();
});

test('sk-dlq-04-sqs-message: a dead letter has the event as it is, and three attributes', async () => {
  const payload = '{"source_id": "lqo", "unicode": "literal 雪", "nested": {"n": 17, "null": null, "bool": true}}';
  const played = await Played.of({ ...FAILING, function: 'fn', to: 'dead letter', payload }, INBOX);
  const [message] = await played.messages();
  expect(message.Body).toBe(payload);
  expect(message.MessageAttributes).toEqual({
    ErrorCode: { StringValue: '200', DataType: 'Number' },
    ErrorMessage: { StringValue: 'native-error:雪🙂Z', DataType: 'String' },
    RequestID: { StringValue: played.requestId, DataType: 'String' },
  });
  await played.flow.simulator.close();
});

test('sk-s3-10-object: a record in a bucket has a key with function and time, and no type of its own', async () => {
  const played = await Played.of({ ...FAILING, function: 'lso-adb7b788e392-fn', to: 'bucket', payload: '{}' }, 'lso-adb7b788e392-out');
  const list = await sendS3(played.url, 'GET', '/lso-adb7b788e392-out?list-type=2');
  const key = /<Key>([^<]*)<\/Key>/.exec(list.body)![1];
  expect(key).toMatch(/^aws\/lambda\/async\/lso-adb7b788e392-fn\/2026\/09\/14\/2026-09-14T15\.16\.38-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  const { status, headers, body } = await sendS3(played.url, 'GET', `/lso-adb7b788e392-out/${key}`);
  expect({ status, type: headers.get('content-type'), encryption: headers.get('x-amz-server-side-encryption'), length: headers.get('content-length') })
    .toEqual({ status: 200, type: 'application/octet-stream', encryption: 'AES256', length: `${Buffer.byteLength(body)}` });
  expect([...headers.keys()].filter(name => name.startsWith('x-amz-meta-'))).toEqual([]);
  expect(JSON.parse(body)).toMatchObject({ requestContext: { requestId: played.requestId, condition: 'RetriesExhausted' } });
  await played.flow.simulator.close();
});

test('sk-del-03-alias-record: the record of a function that was deleted between attempts names the alias and has no response', async () => {
  const flow = new RecordedFlow('adel-09905c04e156-fixed', 'queue', INBOX);
  const { url } = await flow.simulator.listen();
  flow.simulator.function(flow.functionName).respond({ run: () => ({ kind: 'failed', error: { errorMessage: 'boom' } }) });
  const target = { FunctionName: flow.functionName, Qualifier: 'failed' };
  await sendLambda(url, 'PutFunctionEventInvokeConfig', { ...target, MaximumRetryAttempts: 1, DestinationConfig: { OnFailure: { Destination: flow.destinationArn } } });
  await sendLambda(url, 'Invoke', { ...target, InvocationType: 'Event', Payload: '{}' });
  await flow.simulator.clock.advanceBy({ seconds: 30 });
  await sendLambda(url, 'DeleteFunction', { FunctionName: flow.functionName });
  await flow.simulator.clock.settle();
  const [{ body }] = flow.simulator.queue(INBOX).messages;
  const { requestContext, responseContext, ...rest } = JSON.parse(body);
  expect(requestContext).toEqual({
    requestId: expect.any(String),
    functionArn: 'arn:aws:lambda:us-east-1:111111111111:function:adel-09905c04e156-fixed:failed',
    condition: 'RetriesExhausted',
    approximateInvokeCount: 2,
  });
  expect(responseContext).toEqual({ statusCode: 404 });
  expect(rest).not.toHaveProperty('responsePayload');
  await flow.simulator.close();
});

test('sk-del-04-age-zero: an event that waits past its age has no attempts', async () => {
  const flow = new RecordedFlow('fn', 'queue', INBOX);
  const { url } = await flow.simulator.listen();
  flow.simulator.function('fn').respond({ duration: 600_000, run: () => ({ kind: 'succeeded', payload: 'null' }) });
  await sendLambda(url, 'UpdateFunctionConfiguration', { FunctionName: 'fn', Timeout: 900 });
  await sendLambda(url, 'PutFunctionConcurrency', { FunctionName: 'fn', ReservedConcurrentExecutions: 1 });
  await sendLambda(url, 'PutFunctionEventInvokeConfig', {
    FunctionName: 'fn', MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60, DestinationConfig: { OnFailure: { Destination: flow.destinationArn } },
  });
  for (const Payload of ['1', '2']) {
    await sendLambda(url, 'Invoke', { FunctionName: 'fn', InvocationType: 'Event', Payload });
  }
  await flow.simulator.clock.settle();
  const records = flow.simulator.queue(INBOX).messages.map(({ body }) => JSON.parse(body));
  expect(records).toEqual([expect.objectContaining({
    requestContext: expect.objectContaining({ condition: 'EventAgeExceeded', approximateInvokeCount: 0 }), requestPayload: 2,
  })]);
  await flow.simulator.close();
});

/** The record in what a destination got. */
function recordIn(kind: Kind, got: any): unknown {
  switch (kind) {
    case 'bus': return got.detail;
    case 'topic': return JSON.parse(got.Message);
    default: return got;
  }
}

/** The members around a record that were recorded. */
function envelopeOf(kind: Kind, got: any): unknown {
  if (kind === 'bus') {
    const { detail: _, ...envelope } = got;
    return envelope;
  }
  const { Type, TopicArn } = got;
  return { Type, TopicArn, SubjectPresent: 'Subject' in got, MessageAttributesPresent: 'MessageAttributes' in got };
}

/** The recorded members, with those that differ from call to call. */
function filled(value: unknown, requestId: string): unknown {
  switch (value) {
    case '<request-id>': return requestId;
    case '<timestamp>': return expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    case '<time>': return expect.stringMatching(new RegExp(`^${START.slice(0, 15)}.:\\d\\dZ$`));
    case '<id>': return expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  }
  if (Array.isArray(value)) {
    return value.map(each => filled(each, requestId));
  }
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, filled(member, requestId)])) : value;
}
