import { literal, unknown } from '../../../lib/topology/values/value';
import { FIXED, resource, resources } from '../templates';

const DECLARED = {
  Standard: resource('SQS::Queue', { QueueName: 'orders' }),
  Fifo: resource('SQS::Queue', { FifoQueue: true }),
  News: resource('SNS::Topic', { FifoTopic: true }),
  Open: resource('SQS::Queue', { FifoQueue: { 'Fn::Base64': '' } }),
  Bucket: resource('S3::Bucket', { BucketName: 'photos' }),
  Bus: resource('Events::EventBus', { Name: 'shop' }),
  Stream: resource('Kinesis::Stream'),
  Machine: resource('StepFunctions::StateMachine'),
  Custom: { Type: 'Custom::Thing' },
  Made: resource('CloudFormation::CustomResource'),
  Fn: resource('Lambda::Function'),
};

function destination(Destination: unknown, environment?: string) {
  const { configs } = resources({
    ...DECLARED, C: resource('Lambda::EventInvokeConfig', { FunctionName: 'f', Qualifier: '$LATEST', DestinationConfig: { OnFailure: { Destination } } }),
  }, {}, environment ?? FIXED);
  return configs[0].onFailure;
}

test.each([
  ['a queue', 'arn:aws:sqs:eu-west-1:123456789012:other', { kind: 'queue', name: literal('other'), fifo: literal(false), resource: undefined }],
  ['a queue of the app by its name', 'arn:aws:sqs:eu-west-1:123456789012:orders', { kind: 'queue', resource: 'S.Standard', fifo: literal(false) }],
  ['a queue of that name in another Region', 'arn:aws:sqs:us-east-1:123456789012:orders', { kind: 'queue', region: literal('us-east-1'), resource: undefined }],
  ['a FIFO queue by name', 'arn:aws:sqs:eu-west-1:123456789012:other.fifo', { kind: 'queue', fifo: literal(true) }],
  ['a FIFO queue by reference', { 'Fn::GetAtt': ['Fifo', 'Arn'] }, { kind: 'queue', fifo: literal(true), resource: 'S.Fifo' }],
  ['a FIFO topic by reference', { Ref: 'News' }, { kind: 'topic', fifo: literal(true), resource: 'S.News' }],
  ['a queue that may be FIFO', { 'Fn::GetAtt': ['Open', 'Arn'] }, { kind: 'queue', fifo: unknown('`Fn::Base64` is known at deploy time only') }],
  ['a topic', 'arn:aws:sns:eu-west-1:123456789012:t.fifo', { kind: 'topic', fifo: literal(true) }],
  ['a subscription', 'arn:aws:sns:eu-west-1:123456789012:t:0000', { kind: 'other', service: 'sns' }],
  ['a bus', 'arn:aws:events:eu-west-1:123456789012:event-bus/b', { kind: 'bus', name: literal('b') }],
  ['a rule', 'arn:aws:events:eu-west-1:123456789012:rule/r', { kind: 'other', name: literal('rule/r') }],
  ['a key', 'arn:aws:kms:eu-west-1:123456789012:key/k', { kind: 'key', name: literal('k') }],
  ['a name of a key', 'arn:aws:kms:eu-west-1:123456789012:alias/a', { kind: 'other', name: literal('alias/a') }],
  ['a bucket of the app by its name', 'arn:aws:s3:::photos', { kind: 'bucket', region: literal(''), account: literal(''), resource: 'S.Bucket' }],
  ['a bucket by reference', { 'Fn::GetAtt': ['Bucket', 'Arn'] }, {
    kind: 'bucket',
    service: 's3',
    partition: literal('aws'),
    region: literal(''),
    account: literal(''),
    name: { kind: 'reference', resource: 'S.Bucket', attribute: 'Name' },
    resource: 'S.Bucket',
    arn: { kind: 'reference', resource: 'S.Bucket', attribute: 'Arn' },
  }],
  ['a bus by reference', { 'Fn::GetAtt': ['Bus', 'Arn'] }, {
    kind: 'bus',
    service: 'events',
    partition: literal('aws'),
    region: literal('eu-west-1'),
    account: literal('123456789012'),
    name: { kind: 'reference', resource: 'S.Bus', attribute: 'Name' },
    resource: 'S.Bus',
    arn: { kind: 'reference', resource: 'S.Bus', attribute: 'Arn' },
  }],
  ['a bucket without name', 'arn:aws:s3:::', { kind: 'other', service: 's3' }],
  ['a stream', 'arn:aws:kinesis:eu-west-1:123456789012:stream/s', { kind: 'other', service: 'kinesis' }],
  ['a stream by reference', { 'Fn::GetAtt': ['Stream', 'Arn'] }, { kind: 'other', service: 'kinesis', resource: 'S.Stream' }],
  ['a state machine by reference', { Ref: 'Machine' }, { kind: 'other', service: 'states', resource: 'S.Machine' }],
  ['a function', 'arn:aws:lambda:eu-west-1:123456789012:function:f:live', { kind: 'function', qualifier: literal('live') }],
  ['a layer', 'arn:aws:lambda:eu-west-1:123456789012:layer:l', { kind: 'other', service: 'lambda' }],
])('%s', (_, arn, expected) => {
  expect(destination(arn)).toMatchObject(expected);
});

test.each([
  ['a name', 'orders', 'it is not an ARN: orders'],
  ['the beginning of an ARN', 'arn:aws:sqs:eu-west-1', 'it is not an ARN: arn:aws:sqs:eu-west-1'],
  ['the attribute of what CloudFormation makes of others', { 'Fn::GetAtt': ['Made', 'Arn'] }, 'it is not an ARN: ${S.Made.Arn}'],
  ['a URL of a queue', { Ref: 'Standard' }, 'it is not an ARN: ${S.Standard.Ref}'],
  ['the attribute of a custom resource', { 'Fn::GetAtt': ['Custom', 'Arn'] }, 'it is not an ARN: ${S.Custom.Arn}'],
  ['an ARN of any service', { 'Fn::Sub': 'arn:aws:${AWS::StackId}:eu-west-1:123456789012:x' }, 'the service of its ARN is known at deploy time only'],
])('%s is unknown', (_, arn, reason) => {
  expect(destination(arn)).toMatchObject(unknown(reason));
});

test('an ARN of pseudo parameters belongs to the stack, without a fixed environment', () => {
  const arn = { 'Fn::Sub': 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:orders' };
  expect(destination(arn, 'aws://unknown-account/unknown-region')).toMatchObject({ kind: 'queue', resource: 'S.Standard' });
  const concrete = 'arn:aws:sqs:eu-west-1:123456789012:orders';
  expect(destination(concrete, 'aws://unknown-account/unknown-region')).toMatchObject({ kind: 'queue', resource: undefined });
});

test('finds a role with a path', () => {
  const { functions } = resources({
    Role: resource('IAM::Role', { Path: '/team/' }),
    Fn: resource('Lambda::Function', { Role: { 'Fn::GetAtt': ['Role', 'Arn'] } }),
    Named: resource('IAM::Role', { RoleName: 'me' }),
    Literal: resource('Lambda::Function', { Role: 'arn:aws:iam::123456789012:role/team/me' }),
  });
  const name = { kind: 'composed', parts: ['team/', { kind: 'reference', resource: 'S.Role', attribute: 'Name' }] };
  expect(functions.get('S.Fn')!.role).toMatchObject({ kind: 'role', resource: 'S.Role', name });
  expect(functions.get('S.Literal')!.role).toMatchObject({ kind: 'role', resource: 'S.Named' });
});

test('a Kafka topic is another kind of target, without an ARN', () => {
  expect(destination('kafka://topic')).toMatchObject({ kind: 'other', service: 'kafka', name: literal('topic') });
});
