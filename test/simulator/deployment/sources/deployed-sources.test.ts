import { Simulator, succeeds } from '../../../../lib/simulator';
import { app, arn, mapping, resource } from '../../sources/app';

/** Templates by the names of their stacks. */
function stacks(templates: Readonly<Record<string, object>>): Simulator {
  return Simulator.fromTemplates(Object.entries(templates).map(([name, template]) => ({ name, template })), { respond: succeeds() });
}

const FN = { Worker: resource('Lambda::Function', { Role: 'arn:aws:iam::123456789012:role/r' }) };

/** Whether the function has run for a message in the queue. */
async function isConsumed(sim: Simulator): Promise<boolean> {
  await sim.queue('Queue').send('a');
  await sim.clock.settle();
  return sim.metrics('Worker').Invocations === 1;
}

describe('an event source mapping', () => {
  const consumed = (settings: object, template: object = {}) => stacks({
    Shop: { ...template, Resources: { ...FN, Queue: resource('SQS::Queue', {}), Mapping: mapping('Queue', 'Worker', settings) } },
  });

  test.each<[string, object, object, boolean]>([
    ['a parameter', { Enabled: { Ref: 'On' } }, { Parameters: { On: { Type: 'String', Default: 'false' } } }, false],
    ['a condition', { Enabled: { 'Fn::If': ['Yes', true, false] } }, { Conditions: { Yes: { 'Fn::Equals': ['a', 'a'] } } }, true],
    ['a condition that is false', { Enabled: { 'Fn::If': ['Yes', true, false] } }, { Conditions: { Yes: { 'Fn::Equals': ['a', 'b'] } } }, false],
    ['text', { Enabled: 'false' }, {}, false],
    ['no value', { Enabled: { Ref: 'AWS::NoValue' } }, {}, true],
  ])('is switched by %s', async (_, settings, template, expected) => {
    expect(await isConsumed(consumed(settings, template))).toBe(expected);
  });

  test.each<[string, object]>([
    ['numbers as text', { BatchSize: '2' }],
    ['a parameter', { BatchSize: { Ref: 'Size' } }],
    ['a mapping', { BatchSize: { 'Fn::FindInMap': ['Sizes', 'prod', 'batch'] } }],
    ['a single response type instead of a list', { BatchSize: 2, FunctionResponseTypes: 'ReportBatchItemFailures' }],
    ['a single filter instead of a list', { BatchSize: 2, FilterCriteria: { Filters: { Pattern: '{"body":["a","b","c"]}' } } }],
    ['a pattern that is joined', { BatchSize: 2, FilterCriteria: { Filters: [{ Pattern: { 'Fn::Join': ['', ['{"body":', '["a","b","c"]}']] } }] } }],
    ['a name of the function', { BatchSize: 2, FunctionName: 'worker' }],
    ['a partial ARN', { BatchSize: 2, FunctionName: '123456789012:function:worker' }],
    ['an ARN that is put together', { BatchSize: 2, FunctionName: { 'Fn::Sub': 'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:worker' } }],
    ['a queue ARN that is put together', { BatchSize: 2, EventSourceArn: { 'Fn::Sub': 'arn:aws:sqs:${AWS::Region}:${AWS::AccountId}:${Queue.QueueName}' } }],
  ])('takes %s', async (_, settings) => {
    const sim = stacks({
      Shop: {
        Parameters: { Size: { Type: 'Number', Default: 2 } },
        Mappings: { Sizes: { prod: { batch: 2 } } },
        Resources: {
          Worker: resource('Lambda::Function', { FunctionName: 'worker', Role: 'arn:aws:iam::123456789012:role/r' }),
          Queue: resource('SQS::Queue', {}),
          Mapping: mapping('Queue', 'Worker', settings),
        },
      },
    });
    const batches: number[] = [];
    sim.function('Worker').respond(({ Records: records }) => void batches.push(records.length));
    for (const body of ['a', 'b', 'c']) {
      await sim.queue('Queue').send(body);
    }
    await sim.clock.settle();
    expect({ batches, assumptions: sim.assumptions }).toEqual({ batches: [2, 1], assumptions: [] });
  });

  test('of a queue of another stack is found by its export', async () => {
    const sim = stacks({
      Queues: { Resources: { Queue: resource('SQS::Queue', {}) }, Outputs: { Q: { Value: arn('Queue'), Export: { Name: 'q' } } } },
      Shop: { Resources: { ...FN, Mapping: mapping('Queue', 'Worker', { EventSourceArn: { 'Fn::ImportValue': 'q' } }) } },
    });
    expect(await isConsumed(sim)).toBe(true);
  });

  test('with a value that only the deployment knows says so', () => {
    const sim = consumed({ BatchSize: { Ref: 'Size' } }, { Parameters: { Size: { Type: 'Number' } } });
    expect(sim.assumptions).toEqual([expect.stringMatching(/^`BatchSize` of `Shop\.Mapping` is treated as not set, because the templates do not tell its value: /)]);
  });

  test('of a stream says that it is not played', () => {
    const sim = consumed({ EventSourceArn: 'arn:aws:kinesis:us-east-1:123456789012:stream/s' });
    expect(sim.assumptions).toEqual(['`EventSourceArn` of `Shop.Mapping` is not played: only mappings of SQS queues are']);
  });

  test('under a condition that is false does not exist', async () => {
    const sim = stacks({
      Shop: {
        Conditions: { No: { 'Fn::Equals': ['a', 'b'] } },
        Resources: { ...FN, Queue: resource('SQS::Queue', {}), Mapping: { ...mapping('Queue', 'Worker'), Condition: 'No' } },
      },
    });
    expect(await isConsumed(sim)).toBe(false);
  });
});

test.each(['mapping', 'pipe'])('plays the queue of another app from which a %s reads', async kind => {
  const theirs = 'arn:aws:sqs:eu-west-1:210987654321:theirs';
  const sim = stacks({
    Shop: {
      Resources: {
        ...FN,
        Source: kind === 'mapping'
          ? mapping('Queue', 'Worker', { EventSourceArn: theirs })
          : resource('Pipes::Pipe', { Source: theirs, Target: arn('Worker'), RoleArn: 'arn:aws:iam::123456789012:role/r' }),
      },
    },
  });
  expect(sim.queue(theirs).name).toBe('theirs');
  await sim.queue('theirs').send('a');
  await sim.clock.settle();
  expect(sim.metrics('Worker').Invocations).toBe(1);
});

test('plays the notifications of a bucket of another app', async () => {
  const sim = app(['Worker'], {
    Notifications: {
      Type: 'Custom::S3BucketNotifications',
      Properties: { BucketName: 'theirs', NotificationConfiguration: { LambdaFunctionConfigurations: [{ Events: ['s3:ObjectCreated:*'], LambdaFunctionArn: arn('Worker') }] } },
    },
  });
  const flow = await sim.bucket('theirs').put('a.png', '');
  await sim.clock.settle();
  expect(flow.ends).toMatchObject([{ kind: 'handled', at: 'function `Worker`' }]);
});

describe('a queue', () => {
  test.each([
    ['an object', { deadLetterTargetArn: arn('Dead'), maxReceiveCount: 1 }],
    ['text', JSON.stringify({ deadLetterTargetArn: 'arn:aws:sqs:us-east-1:123456789012:dead', maxReceiveCount: '1' })],
    ['numbers as text', { deadLetterTargetArn: arn('Dead'), maxReceiveCount: '1' }],
    ['a condition', { 'Fn::If': ['Yes', { deadLetterTargetArn: arn('Dead'), maxReceiveCount: 1 }, { Ref: 'AWS::NoValue' }] }],
  ])('takes a redrive policy from %s', async (_, RedrivePolicy) => {
    const sim = stacks({
      Shop: {
        Conditions: { Yes: { 'Fn::Equals': ['a', 'a'] } },
        Resources: { Queue: resource('SQS::Queue', { RedrivePolicy, VisibilityTimeout: '5' }), Dead: resource('SQS::Queue', { QueueName: 'dead' }) },
      },
    });
    await sim.queue('Queue').send('a');
    expect(sim.queue('Queue').receive()).toHaveLength(1);
    await sim.clock.advanceBy({ seconds: 5 });
    expect(sim.queue('Queue').receive()).toHaveLength(0);
    expect(sim.queue('Dead').messages).toHaveLength(1);
  });
});

describe('a subscription', () => {
  const subscribed = (settings: object) => app([], {
    Topic: resource('SNS::Topic', {}), Queue: resource('SQS::Queue', {}), Subscription: resource('SNS::Subscription', { TopicArn: { Ref: 'Topic' }, Protocol: 'sqs', Endpoint: arn('Queue'), ...settings }),
  });

  test.each<[string, object]>([
    ['raw delivery as text', { RawMessageDelivery: 'true' }],
    ['a filter policy as text', { RawMessageDelivery: true, FilterPolicy: '{"kind":["order"]}' }],
    ['a filter policy as an object', { RawMessageDelivery: true, FilterPolicy: { kind: ['order'] } }],
  ])('takes %s', async (_, settings) => {
    const sim = subscribed(settings);
    await sim.topic('Topic').publish('hello', { attributes: { kind: 'order' } });
    expect(sim.queue('Queue').messages.map(({ body }) => body)).toEqual(['hello']);
  });

  test('may be a single one of its topic', async () => {
    const sim = app([], { Queue: resource('SQS::Queue', {}), Topic: resource('SNS::Topic', { Subscription: { Protocol: 'sqs', Endpoint: arn('Queue') } }) });
    await sim.topic('Topic').publish('hello');
    expect(sim.queue('Queue').messages).toHaveLength(1);
  });

  test('of a topic of another app is found by its ARN', async () => {
    const topic = 'arn:aws:sns:us-east-1:123456789012:theirs';
    const sim = subscribed({ TopicArn: topic });
    const flow = await sim.topic(topic).publish('hello');
    expect(flow.ends).toMatchObject([{ kind: 'stored', at: 'queue `Queue`' }]);
  });
});

describe('a rule', () => {
  const ruled = (settings: object, resources: Readonly<Record<string, object>> = {}) => app([], {
    Queue: resource('SQS::Queue', {}),
    ...resources,
    Rule: resource('Events::Rule', { EventPattern: { source: ['shop'] }, Targets: [{ Id: 'q', Arn: arn('Queue') }], ...settings }),
  });

  async function arrives(sim: Simulator, bus = 'default') {
    await sim.bus(bus).put({ source: 'shop', detailType: 'Ordered' });
    return sim.queue('Queue').messages.length === 1;
  }

  test.each<[string, object, boolean]>([
    ['a pattern as text', { EventPattern: '{"source":["shop"]}' }, true],
    ['a single target', { Targets: { Id: 'q', Arn: arn('Queue') } }, true],
    ['`State` DISABLED', { State: 'DISABLED' }, false],
    ['`State` ENABLED', { State: 'ENABLED' }, true],
    ['the name of the default bus', { EventBusName: 'default' }, true],
    ['the ARN of the default bus', { EventBusName: { 'Fn::Sub': 'arn:aws:events:${AWS::Region}:${AWS::AccountId}:event-bus/default' } }, true],
  ])('takes %s', async (_, settings, expected) => {
    expect(await arrives(ruled(settings))).toBe(expected);
  });

  test.each<[string, object | string]>([['a name', { Ref: 'Bus' }], ['an ARN', arn('Bus')], ['a literal', 'shop']])('finds its bus by %s', async (_, EventBusName) => {
    expect(await arrives(ruled({ EventBusName }, { Bus: resource('Events::EventBus', { Name: 'shop' }) }), 'shop')).toBe(true);
  });
});

describe('a pipe', () => {
  test('takes parameters, conditions and numbers as text', async () => {
    const sim = stacks({
      Shop: {
        Parameters: { Size: { Type: 'Number', Default: 1 } },
        Conditions: { Yes: { 'Fn::Equals': ['a', 'a'] } },
        Resources: {
          ...FN,
          Queue: resource('SQS::Queue', {}),
          Pipe: resource('Pipes::Pipe', {
            Source: arn('Queue'),
            Target: { 'Fn::If': ['Yes', arn('Worker'), arn('Queue')] },
            RoleArn: 'arn:aws:iam::123456789012:role/r',
            SourceParameters: { SqsQueueParameters: { BatchSize: { Ref: 'Size' } }, FilterCriteria: { Filters: { Pattern: '{"body":["a"]}' } } },
          }),
        },
      },
    });
    expect(await isConsumed(sim)).toBe(true);
    expect(sim.assumptions).toEqual([]);
  });

  test.each([['RUNNING', true], ['STOPPED', false]])('in the state %s polls: %s', async (DesiredState, expected) => {
    const sim = stacks({
      Shop: {
        Resources: {
          ...FN, Queue: resource('SQS::Queue', {}), Pipe: resource('Pipes::Pipe', { Source: arn('Queue'), Target: arn('Worker'), RoleArn: 'arn:aws:iam::123456789012:role/r', DesiredState }),
        },
      },
    });
    expect(await isConsumed(sim)).toBe(expected);
  });
});
