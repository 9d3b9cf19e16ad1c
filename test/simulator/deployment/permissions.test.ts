import { deployed } from '../../../lib/simulator/deployment/deployed-app';
import { readTemplates } from '../../../lib/topology';
import { arn, lambda, resource, shop } from '../shop';

const QUEUE = 'arn:aws:sqs:eu-west-1:123456789012:Shop-Queue';
const SEND = { Effect: 'Allow', Action: 'sqs:SendMessage' };

const policies = (...Statement: object[]) => ({ Policies: [{ PolicyDocument: { Statement } }] });
const queuePolicy = (...Statement: object[]) => resource('SQS::QueuePolicy', { Queues: [{ Ref: 'Queue' }], PolicyDocument: { Statement } });
const managed = (name: string) => ({ ManagedPolicyArns: [{ 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${name}` }] });

/** The missing actions of a function with this role, on the queue and on its key. */
function missing(role: object, resources: Record<string, object> = {}, template: object = {}) {
  const { permissions, functions } = deployed(readTemplates([{
    name: 'Shop',
    template: {
      ...template,
      Resources: {
        Orders: lambda(),
        Role: resource('IAM::Role', role),
        OtherRole: resource('IAM::Role', {}),
        Queue: resource('SQS::Queue', {}),
        Other: resource('SQS::Queue', {}),
        ...resources,
      },
    },
  }]), { account: '123456789012', region: 'eu-west-1' }, 0);
  const fn = functions.find('Shop-Orders')!;
  return [permissions.missingActions(fn, 'queue', QUEUE), permissions.missingKeyActions(fn, 'queue', QUEUE)].flat();
}

describe('a reference in a policy has its value of the deployment', () => {
  test.each<[string, boolean, object, Record<string, object>?]>([
    ['the queue', true, policies({ ...SEND, Resource: arn('Queue') })],
    ['another queue', false, policies({ ...SEND, Resource: arn('Other') })],
    ['all but the queue', false, policies({ ...SEND, NotResource: arn('Queue') })],
    ['all but another queue', true, policies({ ...SEND, NotResource: arn('Other') })],
    ['the role, in the policy of the queue', true, {}, { Policy: queuePolicy({ ...SEND, Resource: '*', Principal: { AWS: arn('Role') } }) }],
    ['another role, in the policy of the queue', false, {}, { Policy: queuePolicy({ ...SEND, Resource: '*', Principal: { AWS: arn('OtherRole') } }) }],
    ['all but another role, in the policy of the queue', true, {}, { Policy: queuePolicy({ ...SEND, Resource: '*', NotPrincipal: { AWS: arn('OtherRole') } }) }],
    ['all but the role, in the policy of the queue', false, {}, { Policy: queuePolicy({ ...SEND, Resource: '*', NotPrincipal: { AWS: arn('Role') } }) }],
    ['a policy of AWS that sends nothing', false, managed('service-role/AWSLambdaBasicExecutionRole')],
    ['a policy of AWS that sends', true, managed('AmazonSQSFullAccess')],
  ])('%s: allowed is %s', (...story) => {
    const [, isAllowed, role, resources] = story;

    expect(missing(role, resources)).toEqual(isAllowed ? [] : ['sqs:SendMessage']);
  });
});

describe('the key of a queue', () => {
  const KEY = ['kms:Decrypt', 'kms:GenerateDataKey'];
  const locked = (...Statement: object[]) => ({
    Queue: resource('SQS::Queue', { KmsMasterKeyId: arn('Key') }),
    Key: resource('KMS::Key', { KeyPolicy: { Statement } }),
  });
  const sends = policies({ ...SEND, Resource: arn('Queue') });
  const uses = { Effect: 'Allow', Action: KEY, Resource: '*' };

  test.each<[string, boolean, object, object]>([
    ['lets the role in', true, sends, { ...uses, Principal: { AWS: arn('Role') } }],
    ['lets another role in', false, sends, { ...uses, Principal: { AWS: arn('OtherRole') } }],
    ['leaves it to the account, which allows it', true, policies({ ...SEND, Resource: '*' }, { ...uses, Resource: arn('Key') }),
      { Effect: 'Allow', Action: 'kms:*', Resource: '*', Principal: { AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' } } }],
    ['leaves it to the account, which allows nothing', false, sends,
      { Effect: 'Allow', Action: 'kms:*', Resource: '*', Principal: { AWS: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' } } }],
  ])('%s: usable is %s', (_, isUsable, role, statement) => {
    expect(missing(role, locked(statement))).toEqual(isUsable ? [] : KEY);
  });
});

describe('the key behind an alias', () => {
  const KEY = ['kms:Decrypt', 'kms:GenerateDataKey'];
  const sends = { ...SEND, Resource: arn('Queue') };
  const denied = { Effect: 'Deny', Action: 'kms:*', Resource: '*' };
  const alias = (KmsMasterKeyId: unknown) => ({
    Queue: resource('SQS::Queue', { KmsMasterKeyId }),
    Key: resource('KMS::Key', {}),
    Alias: resource('KMS::Alias', { AliasName: 'alias/own', TargetKeyId: { Ref: 'Key' } }),
  });
  const granted = { Effect: 'Allow', Action: 'kms:*', Resource: arn('Key') };
  const granting = (Resource: string) => ({ Effect: 'Allow', Action: 'kms:*', Resource });
  const THERE = 'arn:aws:kms:us-east-1:210987654321:';

  test.each<[string, boolean, object, unknown]>([
    ['of the app, granted', true, policies(sends, granted), 'alias/own'],
    ['of the app by reference, granted', true, policies(sends, granted), { Ref: 'Alias' }],
    ['of the app, not granted', false, policies(sends), 'alias/own'],
    ['of another app, whose policy is unknown', true, policies(sends), 'alias/theirs'],
    ['of another app, denied', false, policies(sends, denied), 'alias/theirs'],
    ['of another account, granted on any key', true, policies(sends, granting(`${THERE}key/*`)), `${THERE}alias/theirs`],
    ['of another account, granted on one key, which may be the one', true, policies(sends, granting(`${THERE}key/1`)), `${THERE}alias/theirs`],
    ['of another account, not granted', false, policies(sends), `${THERE}alias/theirs`],
    ['of AWS', true, policies(sends), 'alias/aws/sqs'],
  ])('%s: usable is %s', (_, isUsable, role, keyId) => {
    expect(missing(role, alias(keyId))).toEqual(isUsable ? [] : KEY);
  });
});

test('reports no missing permission if a part of the stack is unknown', () => {
  expect(missing({})).toEqual(['sqs:SendMessage']);
  expect(missing({}, {}, { Transform: 'Company::Policies' })).toEqual([]);
});

test('a denied function cannot be invoked through any qualifier', () => {
  const own = 'arn:aws:lambda:us-east-1:123456789012:function:Shop-Billing';
  const missingAt = (destination: string) => {
    const { service } = shop({ allowed: ['sqs:SendMessage'], resources: { Billing: lambda(), Version: resource('Lambda::Version', { FunctionName: { Ref: 'Billing' } }) } });
    return service.missingActions(service.functions.find('Shop-Orders')!, destination);
  };
  expect([own, `${own}:1`, `${own}:live`].map(missingAt)).toEqual([['lambda:InvokeFunction'], ['lambda:InvokeFunction'], ['lambda:InvokeFunction']]);
  expect(missingAt('arn:aws:lambda:us-east-1:123456789012:function:elsewhere')).toEqual([]);
});

test('a function lacks everything that was withdrawn, until it is restored', () => {
  const { service } = shop({ allowed: ['sqs:SendMessage'] });
  const { permissions } = (service as unknown as { app: ReturnType<typeof deployed> }).app;
  const fn = service.functions.find('Shop-Orders')!;
  const lacks = () => permissions.missingActions(fn, 'queue', 'arn:aws:sqs:us-east-1:123456789012:Shop-Failed');

  expect(lacks()).toEqual([]);
  permissions.withdraw(fn);
  expect(lacks()).toEqual(['sqs:SendMessage']);
  permissions.restore(fn);
  expect(lacks()).toEqual([]);
});
