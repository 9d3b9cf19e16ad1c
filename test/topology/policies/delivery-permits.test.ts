import { arnOf, deliveryPermits, destinationPermits, literal, storeOf, type DeliveryPlace, type Statement } from '../../../lib/topology';
import { resource, resources } from '../templates';

const ARN = { 'Fn::GetAtt': ['Bucket', 'Arn'] };
const OBJECTS = { 'Fn::Sub': '${Bucket.Arn}/*' };
const ROLE = { AWS: { 'Fn::GetAtt': ['Role', 'Arn'] } };

/** A role and a bucket with what their policies allow. */
function app({ role = [], bucket = [] }: { role?: object[]; bucket?: object[] }) {
  const topology = resources({
    Role: resource('IAM::Role', { Policies: role.length > 0 ? [{ PolicyDocument: { Statement: role } }] : [] }),
    Fn: resource('Lambda::Function', { Role: ROLE.AWS }),
    Other: resource('IAM::Role'),
    Bucket: resource('S3::Bucket'),
    Policy: resource('S3::BucketPolicy', { Bucket: { Ref: 'Bucket' }, PolicyDocument: { Statement: bucket } }),
    Config: resource('Lambda::EventInvokeConfig', { FunctionName: { Ref: 'Fn' }, Qualifier: '$LATEST', DestinationConfig: { OnFailure: { Destination: ARN } } }),
  });
  const roleTarget = topology.functions.get('S.Fn')!.role!;
  const { onFailure } = topology.configs[0];
  if (roleTarget.kind === 'unknown' || onFailure?.kind !== 'bucket') throw new Error('no role, or no destination');
  const place: DeliveryPlace = { kind: 'bucket', arn: arnOf(onFailure), resource: onFailure.resource };
  return { topology, deliverer: { role: topology.roles.get('S.Role')!, roleTarget }, place };
}

const allow = (Resource: object, rest: object = {}) => ({ Effect: 'Allow', Action: 's3:PutObject', Resource, ...rest });

test.each([
  ['nothing', {}, 'missing'],
  ['objects to the role', { role: [allow(OBJECTS)] }, 'allowed'],
  ['the bucket alone to the role', { role: [allow(ARN)] }, 'missing'],
  ['objects by the policy of the bucket', { bucket: [allow(OBJECTS, { Principal: ROLE })] }, 'allowed'],
  ['the bucket alone by its own policy', { bucket: [allow(ARN, { Principal: ROLE })] }, 'missing'],
  ['objects by the policy of the bucket, to somebody else', { bucket: [allow(OBJECTS, { Principal: { AWS: { 'Fn::GetAtt': ['Other', 'Arn'] } } })] }, 'missing'],
])('who is allowed %s puts objects: %s', (_, statements, verdict) => {
  const { topology, deliverer, place } = app(statements);
  expect(deliveryPermits(topology, deliverer, 's3:PutObject', place)).toBe(verdict);
});

test('the own policies of a role come first, as far as they count', () => {
  const { topology, deliverer, place } = app({ role: [allow(OBJECTS)], bucket: [{ ...allow(OBJECTS, { Principal: ROLE }), Effect: 'Deny' }] });
  expect(deliveryPermits(topology, deliverer, 's3:PutObject', place)).toBe('allowed');
  expect(deliveryPermits(topology, deliverer, 's3:PutObject', place, { counts: () => false })).toBe('denied');
});

test('what is of another app may let anybody in', () => {
  const { topology, deliverer: { roleTarget } } = app({});
  const elsewhere = { kind: 'queue', arn: literal('arn:aws:sqs:us-east-1:123456789012:q') } as const;
  expect(destinationPermits(topology, roleTarget, 'sqs:SendMessage', elsewhere)).toBe('unknown');
  expect(destinationPermits(topology, roleTarget, 'lambda:InvokeFunction', { ...elsewhere, kind: 'function' })).toBe('unknown');
  expect(destinationPermits(topology, roleTarget, 'lambda:InvokeFunction', { ...elsewhere, kind: 'function', resource: 'S.Fn' })).toBe('missing');
});

test('statements may be read in another spelling', () => {
  const { topology, deliverer: { roleTarget }, place } = app({ bucket: [allow(OBJECTS, { Principal: { AWS: 'arn:aws:iam::123456789012:role/writer' } })] });
  const spelledOut = (statement: Statement): Statement => ({ ...statement, principals: [arnOf(roleTarget)] });
  expect(destinationPermits(topology, roleTarget, 's3:PutObject', place, { spelledOut })).toBe('allowed');
});

test('a store is found by its key', () => {
  const { topology } = app({});
  expect(storeOf(topology, 'S.Bucket')).toBe(topology.buckets.get('S.Bucket'));
  expect([storeOf(topology, 'S.Fn'), storeOf(topology, undefined)]).toEqual([undefined, undefined]);
});
