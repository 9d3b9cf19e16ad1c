import { arnOf, sending } from '../../checks/small-templates';
import { resource } from '../../topology/templates';
import { fixed, unfixed } from '../template-fixes';

const FN = resource('Lambda::Function', { Role: arnOf('Role') });
const role = (...statements: object[]) => resource('IAM::Role', { Policies: statements.map(Statement => ({ PolicyName: 'p', PolicyDocument: { Statement } })) });
const SEND = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' };

describe('of the target', () => {
  test('allows what the delivery needs', () => {
    expect(fixed('DestinationPermissionMissing', { Fn: FN, Role: role(), B: resource('S3::Bucket'), Config: sending(arnOf('B')) })).toMatchObject({
      summary: 'Allow the execution role s3:ListBucket and s3:PutObject.',
      operations: ['add /Resources/RoleDeliveryPolicy', 'add /Resources/Config/DependsOn'],
      values: [
        { Properties: { PolicyDocument: { Statement: [{ Action: ['s3:ListBucket', 's3:PutObject'], Resource: [arnOf('B'), { 'Fn::Join': ['', [arnOf('B'), '/*']] }] }] } } },
        ['RoleDeliveryPolicy'],
      ],
      found: [1, 0],
    });
  });

  test('is not certain if a policy denies it', () => {
    expect(fixed('DestinationPermissionMissing', {
      Fn: FN, Role: role({ ...SEND, Effect: 'Deny' }), Q: resource('SQS::Queue'), Config: sending(arnOf('Q')),
    })).toEqual(unfixed(1));
  });

  test('names the target, not the branches of its expression', () => {
    const { values, found } = fixed('DestinationPermissionMissing', {
      Fn: FN, Role: role(), Q: resource('SQS::Queue'), Config: sending({ 'Fn::If': ['Yes', arnOf('Q'), { Ref: 'AWS::NoValue' }] }),
    }, { Conditions: { Yes: { 'Fn::Equals': ['a', 'a'] } } });

    expect(values[0]).toMatchObject({ Properties: { PolicyDocument: { Statement: [{ Resource: arnOf('Q') }] } } });
    expect(found).toEqual([1, 0]);
  });
});

describe('of the key', () => {
  const encrypted = (KeyPolicy: unknown) => ({
    Fn: FN, Role: role(SEND), Key: resource('KMS::Key', { KeyPolicy }), Q: resource('SQS::Queue', { KmsMasterKeyId: arnOf('Key') }), Config: sending(arnOf('Q')),
  });
  const ROOT = { Effect: 'Allow', Action: 'kms:*', Resource: '*', Principal: { AWS: 'arn:aws:iam::123456789012:root' } };

  test('goes to the role if the key leaves it to the account', () => {
    expect(fixed('DestinationKeyPermissionMissing', encrypted({ Statement: [ROOT] }))).toMatchObject({
      summary: 'Allow the execution role kms:Decrypt and kms:GenerateDataKey.', operations: ['add /Resources/RoleDeliveryPolicy', 'add /Resources/Config/DependsOn'], found: [1, 0],
    });
  });

  test('goes to the key if it does not', () => {
    expect(fixed('DestinationKeyPermissionMissing', encrypted({ Statement: [{ ...ROOT, Principal: { Service: 'events.amazonaws.com' } }] }))).toEqual({
      summary: 'Allow the execution role to use the key.',
      operations: ['add /Resources/Key/Properties/KeyPolicy/Statement/-'],
      values: [{ Effect: 'Allow', Principal: { AWS: arnOf('Role') }, Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: '*' }],
      found: [1, 0],
    });
  });
});
