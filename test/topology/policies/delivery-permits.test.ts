import { arnOf, deliveryPermits, destinationPermits, literal, storeOf, type DeliveryPlace, type Statement } from '../../../lib/topology';
import { resource, resources } from '../templates';

const ARN = { 'Fn::GetAtt': ['Bucket', 'Arn'] };
const OBJECTS = { 'Fn::Sub': '${Bucket.Arn}/*' };
const ROLE = { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } };

/** A role and a bucket with what their policies allow. */
function app({ role = [], bucket = [] }: { role?: object[]; bucket?: object[] }, declared: Record<string, unknown> = {}) {
  const topology = resources({
    Role: resource('IAM::Role', { Policies: role.length > 0 ? [{ PolicyDocument: { Statement: role } }] : [] }),
    Fn: resource('Lambda::Function', { Role: ROLE.AWS }),
    Other: resource('IAM::Role'),
    Bucket: resource('S3::Bucket'),
    Policy: resource('S3::BucketPolicy', { Bucket: { Ref: 'Bucket' }, PolicyDocument: { Statement: bucket } }),
    Config: resource('Lambda::EventInvokeConfig', { FunctionName: { Ref: 'Fn' }, Qualifier: '$LATEST', DestinationConfig: { OnFailure: { Destination: ARN } } }),
    ...declared,
  });
  const roleTarget = topology.functions.get('S.Fn')!.role!;
  const { onFailure } = topology.configs[0];
  if (roleTarget.kind === 'unknown' || onFailure?.kind !== 'bucket') {
    throw new Error('no role, or no destination');
  }
  const place: DeliveryPlace = { kind: 'bucket', arn: arnOf(onFailure), resource: onFailure.resource };
  return { topology, deliverer: { functionName: literal('orders'), role: topology.roles.get('S.Role')!, roleTarget }, place };
}

const allow = (Resource: object, rest: object = {}) => ({ Effect: 'Allow', Action: 's3:PutObject', Resource, ...rest });

test.each([
  ['nothing', {}, 'missing'],
  ['objects to the role', { role: [allow(OBJECTS)] }, 'allowed'],
  ['the bucket alone to the role', { role: [allow(ARN)] }, 'missing'],
  ['objects by the policy of the bucket', { bucket: [allow(OBJECTS, { Principal: ROLE })] }, 'allowed'],
  ['the bucket alone by its own policy', { bucket: [allow(ARN, { Principal: ROLE })] }, 'missing'],
  ['objects by the policy of the bucket, to somebody else', { bucket: [allow(OBJECTS, { Principal: { AWS: { 'Fn::GetAtt': ['Other', 'Arn'] } } })] }, 'missing'],
  ['objects by the policy of the bucket, to its account', { bucket: [allow(OBJECTS, { Principal: { AWS: 'arn:aws:iam::123456789012:root' } })] }, 'missing'],
  ['objects by the policy of the bucket, to everyone', { bucket: [allow(OBJECTS, { Principal: '*' })] }, 'allowed'],
  ['objects, but the policy of the bucket denies them to its account', {
    role: [allow(OBJECTS)], bucket: [allow(OBJECTS, { Effect: 'Deny', Principal: { AWS: '123456789012' } })],
  }, 'denied'],
])('for a role that is allowed %s, putting objects is: %s', (_, statements, verdict) => {
  const { topology, deliverer, place } = app(statements);
  expect(deliveryPermits(topology, deliverer, 's3:PutObject', place)).toBe(verdict);
});

describe('only objects that Lambda writes for the function count', () => {
  test.each([
    ['aws/lambda/async/orders/*', 'allowed'],
    ['aws/lambda/async/bills/*', 'missing'],
    ['aws/lambda/async/orders/20*/10/*', 'unknown'],
    ['failed/*', 'missing'],
  ])('%s: %s', (objects, verdict) => {
    const { topology, deliverer, place } = app({ role: [allow({ 'Fn::Sub': `\${Bucket.Arn}/${objects}` })] });
    expect(deliveryPermits(topology, deliverer, 's3:PutObject', place)).toBe(verdict);
  });
});

describe('the policy of a destination', () => {
  const denied = (rest: object = {}) => ({ ...allow(OBJECTS, { Principal: ROLE }), Effect: 'Deny', ...rest });

  test.each([
    ['denies what the role allows', [denied()], 'denied'],
    ['denies it to somebody else', [denied({ Principal: { AWS: { 'Fn::GetAtt': ['Other', 'Arn'] } } })], 'allowed'],
    ['denies it under a condition', [denied({ Condition: { Bool: { 'aws:SecureTransport': false } } })], 'allowed'],
    ['need not allow it, too', [allow(ARN, { Principal: '*' })], 'allowed'],
  ])('%s: %j is %s', (_, bucket, verdict) => {
    const { topology, deliverer, place } = app({ role: [allow(OBJECTS)], bucket });
    expect(deliveryPermits(topology, deliverer, 's3:PutObject', place)).toBe(verdict);
  });

  test('respects the choice of statements', () => {
    const { topology, deliverer, place } = app({ bucket: [allow(OBJECTS, { Principal: ROLE })] });
    expect(deliveryPermits(topology, deliverer, 's3:PutObject', place, { counts: ({ origin }) => origin !== 'S.Policy' })).toBe('missing');
  });
});

test('a denial for the role wins over the policy of the destination', () => {
  const { topology, deliverer, place } = app({ role: [{ ...allow(OBJECTS), Effect: 'Deny' }], bucket: [allow(OBJECTS, { Principal: '*' })] });
  expect(deliveryPermits(topology, deliverer, 's3:PutObject', place)).toBe('denied');
});

describe('compares a name that the template sets', () => {
  const NAMED = { Bucket: resource('S3::Bucket', { BucketName: 'failed' }) };

  test.each([['failed', 'allowed'], ['done', 'missing'], ['*', 'allowed']])('with a policy for objects of %s: %s', (name, verdict) => {
    const { topology, deliverer, place } = app({ role: [allow({ 'Fn::Sub': `arn:\${AWS::Partition}:s3:::${name}/*` } as object)] }, NAMED);
    expect(deliveryPermits(topology, deliverer, 's3:PutObject', place)).toBe(verdict);
  });

  test('but not a name that CloudFormation generates', () => {
    const { topology, deliverer, place } = app({ role: [allow({ 'Fn::Sub': 'arn:${AWS::Partition}:s3:::done/*' })] });
    expect(deliveryPermits(topology, deliverer, 's3:PutObject', place)).toBe('unknown');
  });
});

test('a destination of another app may allow every role', () => {
  const { topology, deliverer } = app({});
  const elsewhere = { kind: 'queue', arn: literal('arn:aws:sqs:us-east-1:123456789012:q') } as const;
  expect(destinationPermits(topology, deliverer, 'sqs:SendMessage', elsewhere)).toBe('unknown');
  expect(destinationPermits(topology, deliverer, 'lambda:InvokeFunction', { ...elsewhere, kind: 'function' })).toBe('unknown');
  expect(destinationPermits(topology, deliverer, 'lambda:InvokeFunction', { ...elsewhere, kind: 'function', resource: 'S.Fn' })).toBe('missing');
});

test('reads statements in another spelling', () => {
  const { topology, deliverer, place } = app({ bucket: [allow(OBJECTS, { Principal: { AWS: 'arn:aws:iam::123456789012:role/writer' } })] });
  const spelledOut = (statement: Statement): Statement => ({ ...statement, principals: [arnOf(deliverer.roleTarget)] });
  expect(destinationPermits(topology, deliverer, 's3:PutObject', place, { spelledOut })).toBe('allowed');
});

test('finds a store by its key', () => {
  const { topology } = app({});
  expect(storeOf(topology, 'S.Bucket')).toBe(topology.buckets.get('S.Bucket'));
  expect([storeOf(topology, 'S.Fn'), storeOf(topology, undefined)]).toEqual([undefined, undefined]);
});
