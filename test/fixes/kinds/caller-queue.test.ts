import { FixContext } from '../../../lib/fixes/fix-context';
import { callerQueue, callerQueuePermission } from '../../../lib/fixes/kinds/caller-queue';
import { arnOf, FN } from '../../checks/small-templates';
import { resource, resources } from '../../topology/templates';

function fixIn(fixer: typeof callerQueue, declared: Record<string, unknown>, logicalId: string, property: string) {
  const context = new FixContext(resources(declared), key => declared[key.slice('S.'.length)]);
  return fixer({ id: 'CallerWithoutDeadLetterQueue', key: `S.${logicalId}`, stack: 'S', property, value: '' }, context);
}

const target = (rest: object = {}) => ({ Id: 'a', Arn: arnOf('Fn'), ...rest });
const rule = (...Targets: object[]) => resource('Events::Rule', { EventPattern: { source: ['shop'] }, Targets });
const schedule = (RoleArn: unknown) => resource('Scheduler::Schedule', { ScheduleExpression: 'rate(1 hour)', Target: { Arn: arnOf('Fn'), RoleArn } });
const sends = (Service: string, Resource: unknown, source: unknown) => ({
  Effect: 'Allow', Principal: { Service }, Action: 'sqs:SendMessage', Resource, Condition: { ArnEquals: { 'aws:SourceArn': source } },
});

describe('a new queue', () => {
  test('lets in the rule whose target gets it', () => {
    expect(fixIn(callerQueue, { Fn: FN, Rule: rule({ Id: 'b', Arn: 'arn:aws:sqs:eu-west-1:123456789012:q' }, target()) }, 'Rule', 'Targets[1].DeadLetterConfig.Arn')).toMatchObject({
      summary: 'Keep what cannot be delivered in a new standard queue.',
      changes: [
        { logicalId: 'RuleDeadLetters', resource: { Type: 'AWS::SQS::Queue' } },
        {
          logicalId: 'RuleDeadLettersPolicy',
          resource: { Properties: { Queues: [{ Ref: 'RuleDeadLetters' }], PolicyDocument: { Statement: [sends('events.amazonaws.com', arnOf('RuleDeadLetters'), arnOf('Rule'))] } } },
        },
        { kind: 'set', resource: 'S.Rule', path: ['Properties', 'Targets', 1, 'DeadLetterConfig', 'Arn'], value: arnOf('RuleDeadLetters') },
      ],
    });
  });

  test('lets in the topic of a subscription', () => {
    expect(fixIn(callerQueue, {
      Fn: FN, Topic: resource('SNS::Topic'), Sub: resource('SNS::Subscription', { Protocol: 'lambda', Endpoint: arnOf('Fn'), TopicArn: { Ref: 'Topic' } }),
    }, 'Sub', 'RedrivePolicy.deadLetterTargetArn')?.changes[1])
      .toMatchObject({ resource: { Properties: { PolicyDocument: { Statement: [sends('sns.amazonaws.com', arnOf('SubDeadLetters'), { Ref: 'Topic' })] } } } });
  });

  test('lets in the role of a schedule', () => {
    expect(fixIn(callerQueue, { Fn: FN, Role: resource('IAM::Role'), Schedule: schedule(arnOf('Role')) }, 'Schedule', 'Target.DeadLetterConfig.Arn')?.changes)
      .toMatchObject([{}, { logicalId: 'ScheduleDeadLettersPolicy', resource: { Type: 'AWS::IAM::Policy', Properties: { Roles: [{ Ref: 'Role' }] } } }, {}]);
  });

  test('is not certain for a role outside of the app', () => {
    expect(fixIn(callerQueue, { Fn: FN, Schedule: schedule('arn:aws:iam::123456789012:role/x') }, 'Schedule', 'Target.DeadLetterConfig.Arn')).toBeUndefined();
  });
});

describe('a queue that does not let its caller in', () => {
  const RULE = rule(target({ DeadLetterConfig: { Arn: arnOf('Q') } }));
  const PLACE = ['Rule', 'Targets[0].DeadLetterConfig.Arn'] as const;

  test('gets a policy', () => {
    expect(fixIn(callerQueuePermission, { Fn: FN, Q: resource('SQS::Queue'), Rule: RULE }, ...PLACE)).toMatchObject({
      summary: 'Let the caller send to the queue.',
      changes: [{ logicalId: 'QPolicy', resource: { Type: 'AWS::SQS::QueuePolicy', Properties: { PolicyDocument: { Statement: [sends('events.amazonaws.com', arnOf('Q'), arnOf('Rule'))] } } } }],
    });
  });

  test('gets a further statement in the policy that it has', () => {
    const statement = { Effect: 'Deny', Principal: '*', Action: 'sqs:*', Resource: arnOf('Q'), Condition: { Bool: { 'aws:SecureTransport': 'false' } } };
    const Policy = resource('SQS::QueuePolicy', { Queues: [{ Ref: 'Q' }], PolicyDocument: { Statement: [statement] } });

    expect(fixIn(callerQueuePermission, { Fn: FN, Q: resource('SQS::Queue'), Policy, Rule: RULE }, ...PLACE)?.changes).toEqual([
      { kind: 'append', resource: 'S.Policy', path: ['Properties', 'PolicyDocument', 'Statement'], index: 1, earlier: [], value: sends('events.amazonaws.com', arnOf('Q'), arnOf('Rule')) },
    ]);
  });

  test('gets a statement in the policy of its key, if its own policy lets the caller in', () => {
    const Policy = resource('SQS::QueuePolicy', { Queues: [{ Ref: 'Q' }], PolicyDocument: { Statement: [sends('events.amazonaws.com', arnOf('Q'), arnOf('Rule'))] } });
    const Key = resource('KMS::Key', { KeyPolicy: { Statement: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*', Principal: { AWS: 'arn:aws:iam::123456789012:root' } }] } });
    const encrypted = (KmsMasterKeyId: unknown) => ({ Fn: FN, Policy, Rule: RULE, Q: resource('SQS::Queue', { KmsMasterKeyId }) });

    expect(fixIn(callerQueuePermission, { ...encrypted(arnOf('Key')), Key }, ...PLACE)).toEqual({
      summary: 'Let the caller use the key of the queue.',
      changes: [{
        kind: 'append',
        resource: 'S.Key',
        path: ['Properties', 'KeyPolicy', 'Statement'],
        index: 1,
        earlier: [],
        value: { Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Resource: '*' },
      }],
    });
    expect(fixIn(callerQueuePermission, encrypted('alias/aws/sqs'), ...PLACE)).toEqual({
      summary: 'Use the keys of SQS that need no permission.',
      changes: [{ kind: 'remove', resource: 'S.Q', path: ['Properties', 'KmsMasterKeyId'] }],
    });
  });

  test.each([
    ['its key would need a permission, too', { Q: resource('SQS::Queue', { KmsMasterKeyId: 'alias/orders' }) }],
    ['it is not of the app', {}],
  ])('has no certain fix if %s', (_, queue) => {
    expect(fixIn(callerQueuePermission, { Fn: FN, ...queue, Rule: RULE }, ...PLACE)).toBeUndefined();
  });
});
