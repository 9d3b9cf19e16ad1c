import { app, arn, failuresTo, mapping, resource } from '../app';

const bucket = (settings: object = {}) => ({ Uploads: resource('S3::Bucket', settings) });
const toFunction = (fn: string, settings: object = {}) => ({ NotificationConfiguration: { LambdaConfigurations: [{ Event: 's3:ObjectCreated:*', Function: arn(fn), ...settings }] } });

test('notifies a function exactly as S3 does', async () => {
  const sim = app(['Resize'], bucket(toFunction('Resize')));
  const events: unknown[] = [];
  sim.function('Resize').respond(event => void events.push(event));
  const flow = await sim.bucket('Uploads').put('in/a photo+é.png', 'hello');
  await sim.clock.settle();
  const { name, arn: bucketArn } = sim.bucket('Uploads');
  expect(events).toEqual([{
    Records: [{
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: 'us-east-1',
      eventTime: '2026-01-01T00:00:00.000Z',
      eventName: 'ObjectCreated:Put',
      userIdentity: { principalId: 'EXAMPLE' },
      requestParameters: { sourceIPAddress: '127.0.0.1' },
      responseElements: { 'x-amz-request-id': expect.stringMatching(/^[0-9A-F]{16}$/), 'x-amz-id-2': 'EXAMPLE' },
      s3: {
        s3SchemaVersion: '1.0',
        configurationId: expect.any(String),
        bucket: { name, ownerIdentity: { principalId: 'EXAMPLE' }, arn: bucketArn },
        object: { key: 'in/a+photo%2B%C3%A9.png', size: 5, eTag: '5d41402abc4b2a76b9719d911017c592', sequencer: expect.stringMatching(/^[0-9A-F]{18}$/) },
      },
    }],
  }]);
  expect(flow.timeline).toEqual([
    '0:00:00  object `in/a photo+é.png` in bucket `Uploads`',
    '  0:00:00  accepted by `Resize`',
    '  0:00:00  attempt 1 succeeded (version $LATEST)',
  ]);
});

test.each([
  ['in/a.png', true], ['in/.png', true], ['out/in/a.png', false], ['in/a.jpg', false], ['in/a.PNG', false],
])('looks at prefix and suffix: %s is wanted: %s', async (key, isWanted) => {
  const sim = app(['Resize'], bucket(toFunction('Resize', { Filter: { S3Key: { Rules: [{ Name: 'prefix', Value: 'in/' }, { Name: 'suffix', Value: '.png' }] } } })));
  const flow = await sim.bucket('Uploads').put(key);
  expect(flow.outcomes).toHaveLength(isWanted ? 1 : 0);
  expect(flow.ends).toMatchObject(isWanted ? [] : [{ kind: 'stored', at: 'bucket `Uploads`' }]);
});

test('reads the notifications of the custom resource of aws-cdk-lib', async () => {
  const sim = app(['Resize'], {
    ...bucket(),
    Notifications: { Type: 'Custom::S3BucketNotifications', Properties: { BucketName: { Ref: 'Uploads' }, NotificationConfiguration: { LambdaFunctionConfigurations: [{ Events: ['s3:ObjectCreated:Put'], LambdaFunctionArn: arn('Resize'), Filter: { Key: { FilterRules: [{ Name: 'Prefix', Value: 'in/' }] } } }] } } },
  });
  expect((await sim.bucket('Uploads').put('in/x')).outcomes).toHaveLength(1);
  expect((await sim.bucket('Uploads').put('x')).outcomes).toHaveLength(0);
});

test('tells queues and topics, and EventBridge about everything', async () => {
  const sim = app([], {
    Queue: resource('SQS::Queue', {}),
    Topic: resource('SNS::Topic', {}),
    Events: resource('SQS::Queue', {}),
    ...bucket({
      NotificationConfiguration: {
        QueueConfigurations: [{ Event: 's3:ObjectCreated:Put', Queue: arn('Queue') }],
        TopicConfigurations: [{ Event: 's3:ObjectCreated:Put', Topic: { Ref: 'Topic' } }],
        EventBridgeConfiguration: {},
      },
    }),
    Rule: resource('Events::Rule', { EventPattern: { source: ['aws.s3'], detail: { object: { key: [{ prefix: 'in/' }] } } }, Targets: [{ Id: 'q', Arn: arn('Events') }] }),
  });
  const flow = await sim.bucket('Uploads').put('in/x', 'abc');
  expect(flow.ends.map(({ at }) => at)).toEqual(['queue `Queue`', 'topic `Topic`', 'queue `Events`']);
  expect(JSON.parse(sim.queue('Events').messages[0].body)).toMatchObject({
    'detail-type': 'Object Created',
    'resources': [sim.bucket('Uploads').arn],
    'detail': { version: '0', bucket: { name: sim.bucket('Uploads').name }, object: { key: 'in/x', size: 3, etag: '900150983cd24fb0d6963f7d28e17f72' }, reason: 'PutObject' },
  });
});

test('tells about deletions', async () => {
  const sim = app([], { Queue: resource('SQS::Queue', {}), ...bucket({ NotificationConfiguration: { QueueConfigurations: [{ Event: 's3:ObjectRemoved:*', Queue: arn('Queue') }] } }) });
  await sim.bucket('Uploads').put('x');
  await sim.bucket('Uploads').delete('x');
  await sim.bucket('Uploads').delete('x');
  expect(sim.queue('Queue').messages.map(({ body }) => JSON.parse(body).Records[0].eventName)).toEqual(['ObjectRemoved:Delete']);
});

test('marks deleted objects in a bucket with versions', async () => {
  const sim = app([], { Queue: resource('SQS::Queue', {}), ...bucket({ VersioningConfiguration: { Status: 'Enabled' }, NotificationConfiguration: { QueueConfigurations: [{ Event: 's3:ObjectCreated:*', Queue: arn('Queue') }, { Event: 's3:ObjectRemoved:*', Queue: arn('Queue') }] } }) });
  await sim.bucket('Uploads').put('x');
  await sim.bucket('Uploads').delete('x');
  const records = sim.queue('Queue').messages.map(({ body }) => JSON.parse(body).Records[0]);
  expect(records.map(({ eventName, s3 }) => [eventName, typeof s3.object.versionId])).toEqual([['ObjectCreated:Put', 'string'], ['ObjectRemoved:DeleteMarkerCreated', 'string']]);
  expect(sim.bucket('Uploads').keys).toEqual([]);
});

test('keeps objects, and lists their keys in the order of UTF-8', async () => {
  const sim = app([], bucket());
  for (const key of ['b', 'a', 'ab', '\u{1F600}', '\uFFFD']) {
    await sim.bucket('Uploads').put(key, { key });
  }
  await sim.bucket('Uploads').put('bytes', new Uint8Array([104, 105]));
  expect(sim.bucket('Uploads').keys).toEqual(['a', 'ab', 'b', 'bytes', '\uFFFD', '\u{1F600}']);
  expect(sim.bucket('Uploads').get('a')).toBe('{"key":"a"}');
  expect(sim.bucket('Uploads').get('bytes')).toBe('hi');
  expect(sim.bucket('Uploads').get('c')).toBeUndefined();
});

test('loses a notification that the function does not let in', async () => {
  const sim = app([], { Fn: resource('Lambda::Function', {}), ...bucket(toFunction('Fn')) });
  expect((await sim.bucket('Uploads').put('x')).ends).toMatchObject([{ kind: 'lost', text: 'lost, not delivered to function `Fn`: s3.amazonaws.com may not invoke the function' }]);
});

test('does not guess when S3 retries', async () => {
  const sim = app(['Resize'], bucket(toFunction('Resize')));
  sim.function('Resize').refuseEvents();
  await expect(sim.bucket('Uploads').put('x')).rejects.toThrow('when S3 sends a notification again that its target did not take');
});

test('gets the records of functions as objects, and tells about them', async () => {
  const sim = app(['Orders', 'Reader'], { ...bucket(toFunction('Reader')), Config: failuresTo('Orders', 'Uploads') });
  sim.function('Orders').respond(() => {
    throw new Error('no');
  });
  const keys: string[] = [];
  sim.function('Reader').respond(({ Records: [{ s3 }] }) => void keys.push(decodeURIComponent(s3.object.key)));
  await sim.invoke('Orders');
  await sim.clock.settle();
  expect(keys).toEqual(sim.bucket('Uploads').keys);
  expect(JSON.parse(sim.bucket('Uploads').get(keys[0])!)).toMatchObject({ requestContext: { condition: 'RetriesExhausted' } });
});

test('stops a function that writes into the bucket that invokes it', async () => {
  const sim = app(['Resize'], bucket(toFunction('Resize')));
  sim.function('Resize').respond(async () => void await sim.bucket('Uploads').put('again'));
  await sim.bucket('Uploads').put('x');
  await sim.clock.settle();
  expect(sim.metrics('Resize')).toMatchObject({ Invocations: 16, RecursiveInvocationsDropped: 1 });
});

test('plays an upload to the end of its way', async () => {
  const sim = app(['Resize', 'Worker'], { Failed: resource('SQS::Queue', {}), ...bucket(toFunction('Resize')), Mapping: mapping('Failed', 'Worker'), Config: failuresTo('Resize', 'Failed') });
  sim.function('Resize').respond(() => {
    throw new TypeError('no');
  });
  const flow = await sim.bucket('Uploads').put('x');
  await sim.clock.settle();
  expect(flow.timeline).toEqual([
    '0:00:00  object `x` in bucket `Uploads`',
    '  0:00:00  accepted by `Resize`',
    '  0:00:00  attempt 1 failed: TypeError (version $LATEST)',
    '  0:00:00  given up: RetriesExhausted',
    '  0:00:00  record of the failure to queue `Failed`',
    '    0:00:00  record of the failure in queue `Failed`',
    '      0:00:00  message to function `Worker`',
    '      0:00:00  handled by function `Worker`',
  ]);
});
