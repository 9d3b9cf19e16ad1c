import { arnOf, AT_DEPLOY, FN, sending } from './small-templates';
import { checkedDelivery, isAllowedByDestination, verdicts, type CheckedDelivery } from '../../lib/checks/deliveries';
import { isRefused, type Topology, type Verdict } from '../../lib/topology';
import { resource, resources } from '../topology/templates';

const EVERYTHING = { Effect: 'Allow', Action: '*', Resource: '*' };
const role = (...Statement: unknown[]) => resource('IAM::Role', { Policies: Statement.length > 0 ? [{ PolicyDocument: { Statement } }] : [] });
const withRole = (Role: unknown) => resource('Lambda::Function', { Role });
const QUEUE = { Queue: resource('SQS::Queue') };

function app(onFailure: unknown, declared: Record<string, unknown>, sections?: Record<string, unknown>): Topology {
  return resources({ Role: role(), Fn: withRole(arnOf('Role')), ...declared, Config: sending(onFailure) }, sections);
}

function deliveryIn(topology: Topology): CheckedDelivery | undefined {
  const [config] = topology.configs;
  if (config.onFailure === undefined || config.onFailure.kind === 'unknown') {
    throw new Error('no destination');
  }
  return checkedDelivery(topology, config.onFailure, config);
}

describe('a delivery can be judged', () => {
  test('when the app declares the role and the destination', () => {
    expect(deliveryIn(app(arnOf('Queue'), QUEUE))).toMatchObject({
      target: { kind: 'queue', resource: 'S.Queue' }, role: { key: 'S.Role' }, roleTarget: { kind: 'role', resource: 'S.Role' },
    });
  });
});

describe('a delivery cannot be judged', () => {
  test.each<[string, unknown, Record<string, unknown>, Record<string, unknown>?]>([
    ['when the role is of another app', arnOf('Queue'), { ...QUEUE, Fn: withRole('arn:aws:iam::123456789012:role/orders') }],
    ['when the role is unknown', arnOf('Queue'), { ...QUEUE, Fn: withRole(AT_DEPLOY) }],
    ['when nothing is said of a role', arnOf('Queue'), { ...QUEUE, Fn: FN }],
    ['when the destination is of another app', 'arn:aws:sqs:eu-west-1:123456789012:failed', {}],
    ['when the destination is nothing that Lambda delivers to', arnOf('Stream'), { Stream: resource('Kinesis::Stream') }],
    ['when the stack declares more than could be read', arnOf('Queue'), QUEUE, { Transform: 'My::Macro' }],
  ])('%s', (...story) => {
    const [, onFailure, declared, sections] = story;

    expect(deliveryIn(app(onFailure, declared, sections))).toBeUndefined();
  });
});

describe('what a role may do', () => {
  const judged = (onFailure: unknown, declared: Record<string, unknown>) => {
    const topology = app(onFailure, declared);
    return verdicts(topology, deliveryIn(topology)!);
  };
  const send = (rest: object = {}) => role({ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: arnOf('Queue'), ...rest });

  test.each<[string, Record<string, unknown>, Verdict]>([
    ['is nothing without a policy', {}, 'missing'],
    ['is what a policy allows', { Role: send() }, 'allowed'],
    ['is not what a policy allows of other actions', { Role: send({ Action: 'sqs:ReceiveMessage' }) }, 'missing'],
    ['is not what a policy allows on a topic', { Role: send({ Action: '*', Resource: 'arn:aws:sns:eu-west-1:123456789012:*' }) }, 'missing'],
    ['is unknown on a queue that may be another one', { Role: send({ Resource: 'arn:aws:sqs:eu-west-1:123456789012:other' }) }, 'unknown'],
    ['is not what a policy denies', { Role: role(EVERYTHING, { ...EVERYTHING, Effect: 'Deny' }) }, 'denied'],
    ['is unknown under a condition', { Role: send({ Condition: { Bool: { 'aws:SecureTransport': true } } }) }, 'unknown'],
    ['is unknown where the policy is', { Role: resource('IAM::Role', { ManagedPolicyArns: [AT_DEPLOY] }) }, 'unknown'],
  ])('%s', (_, declared, verdict) => {
    expect(judged(arnOf('Queue'), { ...QUEUE, ...declared })).toEqual([['sqs:SendMessage', verdict]]);
  });

  describe('is also what the policy of the queue allows', () => {
    const policy = (Principal: unknown, rest: object = {}) => ({
      Policy: resource('SQS::QueuePolicy', {
        Queues: [{ Ref: 'Queue' }],
        PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sqs:*', Resource: arnOf('Queue'), Principal, ...rest }] },
      }),
    });

    test.each<[string, Record<string, unknown>, Verdict]>([
      ['to the role', policy({ AWS: arnOf('Role') }), 'allowed'],
      ['to everybody', policy('*'), 'allowed'],
      ['to another account, which it is not', policy({ AWS: '210987654321' }), 'missing'],
      ['to a service, which it is not', policy({ Service: 'sns.amazonaws.com' }), 'missing'],
      ['to somebody unknown, which it may be', policy({ AWS: AT_DEPLOY }), 'unknown'],
      ['to the role under a condition', policy({ AWS: arnOf('Role') }, { Condition: {} }), 'unknown'],
    ])('%s', (_, declared, verdict) => {
      const topology = app(arnOf('Queue'), { ...QUEUE, ...declared });
      const delivery = deliveryIn(topology)!;

      expect(verdicts(topology, delivery)).toEqual([['sqs:SendMessage', verdict]]);
      expect(isAllowedByDestination(topology, delivery)).toBe(verdict !== 'missing');
    });

    test.each(['123456789012', { 'Fn::Sub': 'arn:${AWS::Partition}:iam::123456789012:root' }])('but not to its account, %j, where the policies of the role decide', AWS => {
      const topology = app(arnOf('Queue'), { ...QUEUE, ...policy({ AWS }) });
      const delivery = deliveryIn(topology)!;

      expect(verdicts(topology, delivery)).toEqual([['sqs:SendMessage', 'missing']]);
      expect(isAllowedByDestination(topology, delivery)).toBe(true);
    });
  });

  test('counts only the statements that are asked for', () => {
    const topology = app(arnOf('Queue'), { ...QUEUE, Role: send() });

    expect(verdicts(topology, deliveryIn(topology)!, () => false)).toEqual([['sqs:SendMessage', 'missing']]);
  });

  test.each<[string, Record<string, unknown>, unknown, Array<[string, Verdict]>]>([
    ['topic', { To: resource('SNS::Topic') }, { Ref: 'To' }, [['sns:Publish', 'missing']]],
    ['bus', { To: resource('Events::EventBus', { Name: 'b' }) }, arnOf('To'), [['events:PutEvents', 'missing']]],
    ['bucket', { To: resource('S3::Bucket') }, arnOf('To'), [['s3:ListBucket', 'missing'], ['s3:PutObject', 'missing']]],
    ['function', { To: FN }, arnOf('To'), [['lambda:InvokeFunction', 'missing']]],
  ])('is judged for each action on a %s', (_, declared, to, expected) => {
    expect(judged(to, declared)).toEqual(expected);
  });

  test.each<[string, object, Array<[string, Verdict]>]>([
    ['listed', { Action: 's3:ListBucket', Resource: arnOf('To') }, [['s3:ListBucket', 'allowed'], ['s3:PutObject', 'missing']]],
    ['filled', { Action: 's3:PutObject', Resource: { 'Fn::Sub': '${To.Arn}/*' } }, [['s3:ListBucket', 'missing'], ['s3:PutObject', 'allowed']]],
    ['used', { Action: 's3:*', Resource: [arnOf('To'), { 'Fn::Sub': '${To.Arn}/*' }] }, [['s3:ListBucket', 'allowed'], ['s3:PutObject', 'allowed']]],
  ])('is judged for the bucket and for its objects: a bucket that may be %s', (_, statement, expected) => {
    expect(judged(arnOf('To'), { To: resource('S3::Bucket'), Role: role({ Effect: 'Allow', ...statement }) })).toEqual(expected);
  });

  describe('at a function whose permission', () => {
    const permission = (FunctionName: unknown, Principal: unknown) =>
      ({ To: FN, Permission: resource('Lambda::Permission', { FunctionName, Principal, Action: 'lambda:InvokeFunction' }) });

    test.each<[string, Record<string, unknown>, Verdict]>([
      ['is for an account may be that', permission({ Ref: 'To' }, '123456789012'), 'unknown'],
      ['is for somebody unknown may be that', permission({ Ref: 'To' }, AT_DEPLOY), 'unknown'],
      ['is for a service is not that', permission({ Ref: 'To' }, 's3.amazonaws.com'), 'missing'],
      ['is on another function is not that', permission({ Ref: 'Fn' }, '123456789012'), 'missing'],
      ['is on an unknown function may be that', permission(AT_DEPLOY, '123456789012'), 'unknown'],
    ])('%s', (_, declared, verdict) => {
      expect(judged(arnOf('To'), declared)).toEqual([['lambda:InvokeFunction', verdict]]);
    });
  });
});

test.each<[Verdict, boolean]>([
  ['missing', true], ['denied', true], ['allowed', false], ['unknown', false],
])('what is %s is refused for certain: %p', (verdict, refused) => {
  expect(isRefused(verdict)).toBe(refused);
});
