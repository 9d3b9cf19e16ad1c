import { Size, aws_events as events, aws_kms as kms, aws_s3 as s3, aws_sns as sns, aws_sqs as sqs } from 'aws-cdk-lib';
import { literal, unknown } from '../../../lib/topology/values/value';
import { at, stackOf } from '../synthesized';
import { resource, resources } from '../templates';

test('reads the settings of queues, topics, buses and buckets of aws-cdk-lib', () => {
  const { queues, topics, buses, buckets, keys } = stackOf(stack => {
    const key = new kms.Key(stack, 'Key');
    const lost = new sqs.Queue(stack, 'Lost', { fifo: true });
    new sqs.Queue(stack, 'Queue', {
      queueName: 'orders.fifo', maxMessageSizeBytes: Size.kibibytes(64).toBytes(), encryptionMasterKey: key, deadLetterQueue: { queue: lost, maxReceiveCount: 3 },
    });
    new sns.Topic(stack, 'Topic', { topicName: 'orders', fifo: true, masterKey: key });
    new events.EventBus(stack, 'Bus', { kmsKey: key });
    new s3.Bucket(stack, 'Bucket', { encryptionKey: key });
  });
  const encryptionKey = { kind: 'key', resource: at(keys.values(), 'S/Key/Resource').key };
  expect(at(queues.values(), 'S/Queue/Resource')).toMatchObject({
    name: literal('orders.fifo'),
    fifo: literal(true),
    maximumMessageSize: literal(65536),
    encryptionKey,
    deadLetterQueue: { kind: 'queue', fifo: literal(true), resource: at(queues.values(), 'S/Lost/Resource').key },
  });
  expect(at(topics.values(), 'S/Topic/Resource')).toMatchObject({ name: literal('orders.fifo'), fifo: literal(true), encryptionKey });
  expect(at(buses.values(), 'S/Bus/Resource')).toMatchObject({ encryptionKey });
  expect(at(buckets.values(), 'S/Bucket/Resource')).toMatchObject({ encryptionKey });
});

test.each([
  ['none', undefined, undefined],
  ['that of S3', [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256', KMSMasterKeyID: 'x' } }], undefined],
  ['that of AWS', [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }], undefined],
  ['one of two', [{}, {}], unknown('it has several encryption rules')],
])('the key of a bucket: %s', (_, ServerSideEncryptionConfiguration, expected) => {
  const { buckets } = resources({ B: resource('S3::Bucket', { BucketEncryption: { ServerSideEncryptionConfiguration } }) });
  expect(buckets.get('S.B')!.encryptionKey).toEqual(expected);
});

test('a redrive policy that is a text is unknown', () => {
  const { queues } = resources({ Q: resource('SQS::Queue', { RedrivePolicy: '{}' }) });
  expect(queues.get('S.Q')!.deadLetterQueue).toEqual(unknown('it has the wrong type'));
});
