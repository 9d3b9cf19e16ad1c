import { fails, hitsSystemError, isThrottled, Simulator, succeeds, type Message } from '../../../lib/simulator';
import { arn, config, lambda, resource, shop, type Shop } from '../shop';

/** Sends one event, and returns what arrived at its destination. */
async function arrived(place: string, app: Shop, payload: unknown = { id: 1 }, step = fails('boom')) {
  const sim = shop(app, { start: '2026-03-04T05:06:07.089Z' });
  sim.function('Orders').respond(step);
  const outcome = await sim.invoke('Orders', { payload });
  await sim.clock.settle();
  return { sim, outcome, requestId: outcome.requestId, messages: sim.destination(place).messages, last: outcome.timeline.at(-1) };
}

const at = (side: 'onSuccess' | 'onFailure', place: string): Shop => ({ configs: { $LATEST: { retries: 0, [side]: place } } });

const FUNCTION_ARN = 'arn:aws:lambda:us-east-1:123456789012:function:Shop-Orders:$LATEST';

function failure(requestId: string) {
  return '{"version":"1.0","timestamp":"2026-03-04T05:06:07.089Z",'
    + `"requestContext":{"requestId":"${requestId}","functionArn":"${FUNCTION_ARN}","condition":"RetriesExhausted","approximateInvokeCount":1},`
    + '"requestPayload":{"id":1},"responseContext":{"statusCode":200,"executedVersion":"$LATEST","functionError":"Unhandled"},'
    + '"responsePayload":{"errorType":"Error","errorMessage":"boom","trace":[]}}';
}

test('a queue gets the record as the body of a message without attributes', async () => {
  const { messages, requestId, last } = await arrived('Queue', at('onFailure', 'Queue'));
  expect(messages).toEqual([{ kind: 'queue', body: failure(requestId), messageAttributes: {} }]);
  expect(last).toBe('0:00:00  record of the failure to queue `Queue`');
});

test('a topic gets the record as the message', async () => {
  const { messages, requestId } = await arrived('Topic', at('onFailure', 'Topic'));
  expect(messages).toEqual([{ kind: 'topic', message: failure(requestId), messageAttributes: {} }]);
});

test('a bus gets the record as the detail of an event', async () => {
  const { messages, requestId } = await arrived('Bus', at('onFailure', 'Bus'));
  expect(messages).toEqual([{
    kind: 'bus',
    event: {
      'version': '0',
      'id': expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      'detail-type': 'Lambda Function Invocation Result - Failure',
      'source': 'lambda',
      'account': '123456789012',
      'time': '2026-03-04T05:06:07Z',
      'region': 'us-east-1',
      'resources': ['arn:aws:events:us-east-1:123456789012:event-bus/shop', FUNCTION_ARN],
      'detail': JSON.parse(failure(requestId)),
    },
  }]);
});

test('the event on a bus names a success', async () => {
  const { messages } = await arrived('Bus', at('onSuccess', 'Bus'), { id: 1 }, succeeds({ total: 3 }));
  expect(messages).toMatchObject([{ event: { 'detail-type': 'Lambda Function Invocation Result - Success', 'detail': { responsePayload: { total: 3 } } } }]);
});

test('a bucket gets the record as an object with function and time in its key', async () => {
  const { messages: [object], requestId } = await arrived('Bucket', at('onFailure', 'Bucket'));
  expect(object).toEqual({
    kind: 'bucket',
    key: expect.stringMatching(/^aws\/lambda\/async\/Shop-Orders\/2026\/03\/04\/2026-03-04T05\.06\.07-[0-9a-f-]{36}$/),
    body: failure(requestId),
    contentType: 'application/octet-stream',
  });
});

test('a function gets the record as its event, and so does a function of another app', async () => {
  const { messages, requestId } = await arrived('Billing', {
    ...at('onFailure', 'Billing'),
    resources: { Billing: lambda({ ReservedConcurrentExecutions: 0 }) },
  });
  expect(messages).toEqual([{ kind: 'function', payload: failure(requestId) }]);
  const foreign = 'arn:aws:lambda:us-east-1:123456789012:function:elsewhere:live';
  const far = shop({
    resources: {
      Far: resource('Lambda::EventInvokeConfig', {
        FunctionName: { Ref: 'Orders' }, Qualifier: '$LATEST', DestinationConfig: { OnSuccess: { Destination: foreign } },
      }),
    },
  }, { respond: succeeds() });
  await far.invoke('Orders');
  await far.clock.settle();
  expect(far.destination(foreign).messages).toMatchObject([{ kind: 'function' }]);
});

test('a success that took three attempts counts as one invocation, as recorded', async () => {
  const sim = shop({ configs: { $LATEST: { onSuccess: 'Queue' } } });
  sim.function('Orders').respond(fails(), fails(), succeeds());
  await sim.invoke('Orders');
  await sim.clock.settle();
  expect(sim.destination('Queue').records).toMatchObject([{ requestContext: { condition: 'Success', approximateInvokeCount: 1 }, responsePayload: null }]);
});

test('a record keeps the bytes of the payloads', async () => {
  const sim = shop(at('onSuccess', 'Queue'), { respond: succeeds() });
  const fn = sim.service.functions.find('Shop-Orders')!;
  sim.service.accept({ function: fn, payload: '{ "snow": "\\u96ea",  "n": 1.0 }' });
  await sim.clock.settle();
  expect((sim.destination('Queue').messages[0] as { body: string }).body).toContain('"requestPayload":{ "snow": "\\u96ea",  "n": 1.0 },');
});

describe('the dead-letter queue', () => {
  const letters = (orders: object = {}): Shop => ({ configs: { $LATEST: { retries: 0, onFailure: 'Topic' } }, orders: { DeadLetterConfig: { TargetArn: arn('Queue') }, ...orders } });

  test('gets the event itself, with the error as attributes, besides the destination', async () => {
    const { messages, requestId, outcome, sim } = await arrived('Queue', letters());
    expect(messages).toEqual([{
      kind: 'queue',
      body: '{"id":1}',
      messageAttributes: {
        RequestID: { DataType: 'String', StringValue: requestId },
        ErrorCode: { DataType: 'Number', StringValue: '200' },
        ErrorMessage: { DataType: 'String', StringValue: 'boom' },
      },
    }]);
    expect(sim.destination('Queue').records).toEqual([]);
    expect(outcome.timeline.slice(-2)).toEqual(['0:00:00  record of the failure to topic `Topic`', '0:00:00  dead letter to queue `Queue`']);
  });

  test.each([
    ['x'.repeat(1024), 1024],
    ['x'.repeat(1025), 1024],
    [`x${'雪'.repeat(341)}`, 1024],
    [`xx${'雪'.repeat(341)}`, 1022],
  ])('gets the first KB of the message, in whole characters', async (message, bytes) => {
    const { messages } = await arrived('Queue', letters(), {}, fails(message));
    const { messageAttributes } = messages[0] as Extract<Message, { kind: 'queue' }>;
    expect(Buffer.byteLength(messageAttributes.ErrorMessage.StringValue)).toBe(bytes);
    expect(message.startsWith(messageAttributes.ErrorMessage.StringValue)).toBe(true);
  });

  test('gets no error code for a function that is switched off', async () => {
    const { messages } = await arrived('Queue', letters({ ReservedConcurrentExecutions: 0 }));
    expect(messages).toMatchObject([{ messageAttributes: { RequestID: {} } }]);
    expect(Object.keys((messages[0] as Extract<Message, { kind: 'queue' }>).messageAttributes)).toEqual(['RequestID']);
  });

  test('gets nothing if the event succeeds', async () => {
    expect((await arrived('Queue', letters(), {}, succeeds())).messages).toEqual([]);
  });

  test('gets the event even if the record is lost', async () => {
    const { messages, outcome } = await arrived('Queue', { ...letters(), allowed: ['sqs:SendMessage'] });
    expect(outcome.timeline.slice(-2)).toEqual([
      '0:00:00  record of the failure lost, topic `Topic`: the role of `Orders` lacks sns:Publish', '0:00:00  dead letter to queue `Queue`',
    ]);
    expect(messages).toMatchObject([{ messageAttributes: { ErrorCode: { StringValue: '200' }, ErrorMessage: { StringValue: 'boom' } } }]);
  });

  test('needs room for the event only, not for the record', async () => {
    const small = { resources: { Small: resource('SQS::Queue', { MaximumMessageSize: 1024 }) }, orders: { DeadLetterConfig: { TargetArn: arn('Small') } } };
    const once = { configs: { $LATEST: { retries: 0 } }, ...small };
    expect((await arrived('Small', once, 'x'.repeat(1022))).messages).toHaveLength(1);
    expect((await arrived('Small', once, 'x'.repeat(1023))).last).toBe('0:00:00  dead letter lost, queue `Small`: it has 1025 bytes, and the queue takes at most 1024');
  });

  test('loses the event without permission, and counts it in the metric', async () => {
    const { messages, sim, last } = await arrived('Queue', { ...letters(), allowed: ['sns:Publish'] });
    expect(messages).toEqual([]);
    expect(last).toBe('0:00:00  dead letter lost, queue `Queue`: the role of `Orders` lacks sqs:SendMessage');
    expect(sim.metrics('Orders')).toMatchObject({ DeadLetterErrors: 1, DestinationDeliveryFailures: 0 });
  });
});

describe('a record is lost', () => {
  test.each([
    ['Queue', 'queue', 'sqs:SendMessage'], ['Topic', 'topic', 'sns:Publish'], ['Bus', 'bus', 'events:PutEvents'], ['Bucket', 'bucket', 's3:PutObject'],
  ])('at a %s that the role may not write to', async (place, kind, action) => {
    const { messages, last, sim } = await arrived(place, { ...at('onFailure', place), allowed: ['lambda:InvokeFunction'] });
    expect(messages).toEqual([]);
    expect(last).toBe(`0:00:00  record of the failure lost, ${kind} \`${place}\`: the role of \`Orders\` lacks ${action}`);
    expect(sim.metrics('Orders')).toMatchObject({ DestinationDeliveryFailures: 1, DeadLetterErrors: 0 });
  });

  test('at a function that the role may not invoke', async () => {
    const { sim, last } = await arrived('Billing', { ...at('onFailure', 'Billing'), resources: { Billing: lambda() }, allowed: ['sqs:SendMessage'] });
    expect(last).toBe('0:00:00  record of the failure lost, function `Billing`: the role of `Orders` lacks lambda:InvokeFunction');
    expect(sim.outcomes).toHaveLength(1);
  });

  test('at a queue with a key that the role may not use', async () => {
    const app: Shop = {
      ...at('onFailure', 'Locked'),
      resources: {
        Locked: resource('SQS::Queue', { KmsMasterKeyId: arn('Key') }),
        Key: resource('KMS::Key', {}),
      },
    };
    expect((await arrived('Locked', app)).last).toBe(
      '0:00:00  record of the failure lost, queue `Locked`: the role of `Orders` lacks kms:Decrypt and kms:GenerateDataKey on its key',
    );
    expect((await arrived('Locked', { ...app, allowed: ['sns:Publish'] })).last).toBe(
      '0:00:00  record of the failure lost, queue `Locked`: the role of `Orders` lacks sqs:SendMessage',
    );
    const { messages } = await arrived('Locked', { ...app, allowed: ['sqs:SendMessage', 'kms:Decrypt', 'kms:GenerateDataKey'] });
    expect(messages).toHaveLength(1);
  });

  test('at a FIFO queue, and at a bucket for successes', async () => {
    const fifo = await arrived('Fifo', { ...at('onFailure', 'Fifo'), resources: { Fifo: resource('SQS::Queue', { FifoQueue: true }) } });
    expect(fifo.last).toBe('0:00:00  record of the failure lost, queue `Fifo`: Lambda refuses FIFO queues as destinations: the deployment fails.');
    const bucket = await arrived('Bucket', at('onSuccess', 'Bucket'), {}, succeeds());
    expect(bucket.last).toBe(
      '0:00:00  record of the success lost, bucket `Bucket`: Lambda stores only records of failures in buckets and refuses the config: the deployment fails.',
    );
  });

  test('at a function without the alias', async () => {
    const gone = await arrived('Billing', {
      resources: {
        Billing: lambda(),
        BillingConfig: config('Billing', '$LATEST', {}),
        Broken: resource('Lambda::EventInvokeConfig', {
          FunctionName: { Ref: 'Orders' },
          Qualifier: '$LATEST',
          MaximumRetryAttempts: 0,
          DestinationConfig: { OnFailure: { Destination: { 'Fn::Join': [':', [arn('Billing'), 'gone']] } } },
        }),
      },
    });
    expect(gone.last).toBe('0:00:00  record of the failure lost, function `Billing`: it has no such version or alias');
  });

  test('at a queue whose messages must be smaller', async () => {
    const small: Shop = { ...at('onFailure', 'Small'), resources: { Small: resource('SQS::Queue', { MaximumMessageSize: 1024 }) } };
    const { outcome, sim } = await arrived('Small', small, 'x'.repeat(1024));
    expect(outcome.timeline.at(-1)).toMatch(/^0:00:00 {2}record of the failure lost, queue `Small`: it has 14\d\d bytes, and the queue takes at most 1024$/);
    expect(sim.metrics('Orders').DestinationDeliveryFailures).toBe(1);
  });
});

test.each([[262_144, true], [262_145, false]])('a record of %i bytes reaches a topic with its payloads: %s', async (bytes, whole) => {
  const around = Buffer.byteLength(failure('x'.repeat(36))) - '{"id":1}'.length + '""'.length;
  const { messages: [message], last } = await arrived('Topic', at('onFailure', 'Topic'), 'x'.repeat(bytes - around));
  const record = JSON.parse((message as Extract<Message, { kind: 'topic' }>).message);
  expect('requestPayload' in record).toBe(whole);
  expect('responsePayload' in record).toBe(whole);
  expect(record.responseContext).toBeDefined();
  expect(last).toBe(whole
    ? '0:00:00  record of the failure to topic `Topic`'
    : '0:00:00  record of the failure to topic `Topic`, without its payloads: it would have 262145 bytes, and a topic takes at most 262144');
});

test('a record of a success that is too large for a topic is lost', async () => {
  const { last } = await arrived('Topic', at('onSuccess', 'Topic'), 'x'.repeat(262_144), succeeds());
  expect(last).toMatch(/^0:00:00 {2}record of the success lost, topic `Topic`: it has 262\d{3} bytes, and the topic takes at most 262144$/);
});

test('the size of an error message counts as JSON', async () => {
  const tight: Shop = { ...at('onFailure', 'Tight'), resources: { Tight: resource('SQS::Queue', { MaximumMessageSize: 65_536 }) } };
  expect((await arrived('Tight', tight, {}, fails('\u0001'.repeat(11_000)))).last).toMatch(
    /^0:00:00 {2}record of the failure lost, queue `Tight`: it has 66\d{3} bytes, and the queue takes at most 65536$/,
  );
});

test('a bucket gets the record if its policy lets the role write', async () => {
  const { last } = await arrived('Bucket', {
    ...at('onFailure', 'Bucket'),
    allowed: ['sqs:SendMessage'],
    resources: {
      Policy: resource('S3::BucketPolicy', {
        Bucket: { Ref: 'Bucket' },
        PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 's3:PutObject', Principal: { AWS: arn('Role') }, Resource: { 'Fn::Sub': '${Bucket.Arn}/*' } }] },
      }),
    },
  });
  expect(last).toBe('0:00:00  record of the failure to bucket `Bucket`');
});

test('an unknown policy of a role allows the delivery', async () => {
  const { messages } = await arrived('Queue', { ...at('onFailure', 'Queue'), orders: { Role: 'arn:aws:iam::123456789012:role/elsewhere' } });
  expect(messages).toHaveLength(1);
});

test('the record of an event in a recursive loop is unknown', async () => {
  const sim = shop({
    configs: { $LATEST: { onSuccess: 'Billing', onFailure: 'Queue' } },
    resources: { Billing: lambda(), Back: config('Billing', '$LATEST', { onSuccess: 'Orders' }) },
  }, { respond: succeeds() });
  await sim.invoke('Orders');
  await sim.clock.settle();
  expect(sim.destination('Queue').arrivals).toHaveLength(1);
  expect(() => sim.destination('Queue').records).toThrow(
    'The simulator does not know what the record of an event in a recursive loop says. '
    + 'Look at the metric `RecursiveInvocationsDropped` instead.',
  );
});

test('the event that a function gets about a recursive loop is unknown', async () => {
  const sim = shop({
    configs: { $LATEST: { onSuccess: 'Billing', onFailure: 'Alarm' } },
    resources: { Billing: lambda(), Alarm: lambda(), Back: config('Billing', '$LATEST', { onSuccess: 'Orders' }) },
  }, { respond: succeeds() });
  await sim.invoke('Orders');
  await sim.clock.settle();
  expect(sim.outcomes.at(-1)!.timeline.at(-1)).toBe(
    '0:00:00  record of the failure lost, function `Alarm`: it is unknown what Lambda sends about an event in a recursive loop',
  );
});

test('the dead letter of an event in a recursive loop has only the request id', async () => {
  const sim = shop({
    orders: { DeadLetterConfig: { TargetArn: arn('Queue') } },
    configs: { $LATEST: { onSuccess: 'Billing' } },
    resources: { Billing: lambda(), Back: config('Billing', '$LATEST', { onSuccess: 'Orders' }) },
  }, { respond: succeeds() });
  await sim.invoke('Orders');
  await sim.clock.settle();
  const { requestId } = sim.outcomes.at(-1)!;
  expect(sim.destination('Queue').messages).toMatchObject([{ kind: 'queue' }]);
  expect((sim.destination('Queue').messages[0] as Extract<Message, { kind: 'queue' }>).messageAttributes)
    .toEqual({ RequestID: { DataType: 'String', StringValue: requestId } });
});

test.each([['throttles', isThrottled(), 429], ['system errors', hitsSystemError(), 500]])('the record after %s has their status, and no response', async (_, step, statusCode) => {
  const sim = shop({ configs: { $LATEST: { age: 60, onFailure: 'Queue' } } });
  sim.function('Orders').respond(step);
  await sim.invoke('Orders');
  await sim.clock.settle();
  const [record] = sim.destination('Queue').records;
  expect(record.responseContext).toEqual({ statusCode });
  expect(record).not.toHaveProperty('responsePayload');
});

test('a record with ZeroReservedConcurrency says nothing about earlier attempts', async () => {
  const sim = shop({ orders: { DeadLetterConfig: { TargetArn: arn('Topic') } }, configs: { $LATEST: { onFailure: 'Queue' } } });
  sim.function('Orders').respond(fails('boom'));
  await sim.invoke('Orders');
  await sim.clock.advanceBy({ seconds: 30 });
  sim.function('Orders').reserveConcurrency(0);
  await sim.clock.settle();
  const [record] = sim.destination('Queue').records;
  expect(record.requestContext).toMatchObject({ condition: 'ZeroReservedConcurrency', approximateInvokeCount: 1 });
  expect(Object.keys(record)).toEqual(['version', 'timestamp', 'requestContext', 'requestPayload']);
  const [letter] = sim.destination('Topic').messages as Extract<Message, { kind: 'topic' }>[];
  expect(Object.keys(letter.messageAttributes)).toEqual(['RequestID']);
});

test('the function in the Region of the ARN gets the record, not its namesake elsewhere', async () => {
  const template = (resources: object) => ({ Resources: { Billing: lambda({ FunctionName: 'billing' }), Role: resource('IAM::Role', {}), ...resources } });
  const OnSuccess = { Destination: 'arn:aws:lambda:eu-west-1:123456789012:function:billing' };
  const sim = Simulator.fromTemplates([
    { name: 'Here', template: template({}), environment: 'aws://123456789012/us-east-1' },
    {
      name: 'There',
      template: template({
        Orders: resource('Lambda::Function', {}),
        Config: resource('Lambda::EventInvokeConfig', { FunctionName: { Ref: 'Orders' }, Qualifier: '$LATEST', DestinationConfig: { OnSuccess } }),
      }),
      environment: 'aws://123456789012/eu-west-1',
    },
  ], { respond: succeeds() });
  await sim.invoke('Orders');
  await sim.clock.settle();
  expect(sim.outcomes.map(({ functionArn }) => functionArn)).toEqual([
    'arn:aws:lambda:eu-west-1:123456789012:function:There-Orders:$LATEST', 'arn:aws:lambda:eu-west-1:123456789012:function:billing:$LATEST',
  ]);
});
