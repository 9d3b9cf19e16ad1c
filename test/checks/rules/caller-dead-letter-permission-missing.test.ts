import {
  Duration, Stack, aws_events as events, aws_events_targets as eventTargets, aws_iam as iam, aws_kms as kms, aws_scheduler as scheduler,
  aws_scheduler_targets as scheduleTargets, aws_sns as sns, aws_sns_subscriptions as subscriptions, aws_sqs as sqs,
} from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/caller-dead-letter-permission-missing';
import { ENV, functionIn } from '../../topology/synthesized';
import { checked, checkedApp, invokedByRule, of } from '../checked-apps';

const ID = 'CallerDeadLetterPermissionMissing';

test('CallerDeadLetterPermissionMissing is found', () => {
  expect(of(ID, checked(example.found))).toEqual([
    {
      id: 'CallerDeadLetterPermissionMissing',
      severity: 'error',
      path: 'S/Rule/Resource',
      property: 'Targets[0].DeadLetterConfig.Arn',
      value: 'S/Undelivered with S/Key, for which events.amazonaws.com lacks kms:Decrypt and kms:GenerateDataKey',
      message: '`Targets[0].DeadLetterConfig.Arn` must be a queue that lets the caller in, got: S/Undelivered with S/Key, for which events.amazonaws.com lacks kms:Decrypt and kms:GenerateDataKey. The caller cannot send what Lambda does not accept: each of these events is lost, and only a metric of the caller shows it. Allow the service the missing actions in the key policy, e.g. with `key.addToResourcePolicy`: its policy for the account does not cover services.',
    },
  ]);
});

/** A rule of an L1, for whose queue aws-cdk-lib adds no policy. */
function plainRule(stack: Stack, queue: sqs.IQueue, more: Partial<events.CfnRule.TargetProperty> = {}): void {
  const targets = [{ id: 'T', arn: functionIn(stack, 'Fn').functionArn, deadLetterConfig: { arn: queue.queueArn }, ...more }];
  new events.CfnRule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets });
}

function plainSubscription(stack: Stack, queue: sqs.IQueue): void {
  const topicArn = new sns.Topic(stack, 'Topic').topicArn;
  new sns.CfnSubscription(stack, 'Subscription', {
    topicArn, protocol: 'lambda', endpoint: functionIn(stack, 'Fn').functionArn, redrivePolicy: { deadLetterTargetArn: queue.queueArn },
  });
}

function plainSchedule(stack: Stack, queue: sqs.IQueue, role: iam.IRole): void {
  new scheduler.CfnSchedule(stack, 'Schedule', {
    flexibleTimeWindow: { mode: 'OFF' },
    scheduleExpression: 'rate(1 hour)',
    target: { arn: functionIn(stack, 'Fn').functionArn, roleArn: role.roleArn, deadLetterConfig: { arn: queue.queueArn } },
  });
}

function scheduled(stack: Stack, deadLetterQueue: sqs.IQueue, role?: iam.IRole): void {
  const target = new scheduleTargets.LambdaInvoke(functionIn(stack, 'Fn'), { deadLetterQueue, role });
  new scheduler.Schedule(stack, 'Schedule', { schedule: scheduler.ScheduleExpression.rate(Duration.hours(1)), target });
}

function schedulerRole(stack: Stack): iam.Role {
  return new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('scheduler.amazonaws.com') });
}

function sendBy(service: string): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions: ['sqs:SendMessage'], principals: [new iam.ServicePrincipal(service)], resources: ['*'] });
}

describe('also found is', () => {
  const keyed = 'lacks kms:Decrypt and kms:GenerateDataKey';

  test.each<[string, string, (stack: Stack) => void]>([
    ['a queue without a policy', 'S/Queue, for which events.amazonaws.com lacks sqs:SendMessage for S/Rule', stack => {
      plainRule(stack, new sqs.Queue(stack, 'Queue'));
    }],
    ['a policy for another service', 'S/Queue, for which events.amazonaws.com lacks sqs:SendMessage for S/Rule', stack => {
      const queue = new sqs.Queue(stack, 'Queue');
      queue.addToResourcePolicy(sendBy('sns.amazonaws.com'));
      plainRule(stack, queue);
    }],
    ['a policy that denies it', 'S/Queue, for which events.amazonaws.com is denied sqs:SendMessage for S/Rule', stack => {
      const queue = new sqs.Queue(stack, 'Queue');
      queue.addToResourcePolicy(new iam.PolicyStatement({
        effect: iam.Effect.DENY, actions: ['sqs:*'], principals: [new iam.StarPrincipal()], resources: ['*'],
      }));
      plainRule(stack, queue);
    }],
    ['the queue of a subscription', 'S/Queue, for which sns.amazonaws.com lacks sqs:SendMessage for S/Subscription', stack => {
      plainSubscription(stack, new sqs.Queue(stack, 'Queue'));
    }],
    ['the key of the queue of a subscription', `S/Queue with S/Key, for which sns.amazonaws.com ${keyed}`, stack => {
      const deadLetterQueue = new sqs.Queue(stack, 'Queue', { encryptionMasterKey: new kms.Key(stack, 'Key') });
      new sns.Topic(stack, 'Topic').addSubscription(new subscriptions.LambdaSubscription(functionIn(stack, 'Fn'), { deadLetterQueue }));
    }],
    ['the key that AWS manages for SQS', 'S/Queue with the key of SQS, which events.amazonaws.com may not use', stack => {
      invokedByRule(functionIn(stack, 'Fn'), { deadLetterQueue: new sqs.Queue(stack, 'Queue', { encryption: sqs.QueueEncryption.KMS_MANAGED }) });
    }],
    ['the queue of a schedule', 'S/Queue, for which S/Role lacks sqs:SendMessage', stack => {
      plainSchedule(stack, new sqs.Queue(stack, 'Queue'), schedulerRole(stack));
    }],
    ['the key of the queue of a schedule', `S/Queue with S/Key, for which S/Role ${keyed}`, stack => {
      scheduled(stack, new sqs.Queue(stack, 'Queue', { encryptionMasterKey: new kms.Key(stack, 'Key') }), schedulerRole(stack));
    }],
  ])('%s', (_, value, build) => {
    expect(of(ID, checked(build)).map(finding => finding.value)).toEqual([value]);
  });

  test('a queue of another stack', () => {
    const found = checkedApp(app => {
      const queue = new sqs.Queue(new Stack(app, 'Stores', { env: ENV }), 'Queue');
      plainRule(new Stack(app, 'S', { env: ENV }), queue);
    });
    expect(of(ID, found).map(({ value }) => value)).toEqual(['Stores/Queue, for which events.amazonaws.com lacks sqs:SendMessage for S/Rule']);
  });
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a queue without a key, with the policy of aws-cdk-lib', example.innocent],
    ['a subscription of aws-cdk-lib', stack => {
      const deadLetterQueue = new sqs.Queue(stack, 'Queue');
      new sns.Topic(stack, 'Topic').addSubscription(new subscriptions.LambdaSubscription(functionIn(stack, 'Fn'), { deadLetterQueue }));
    }],
    ['a schedule of aws-cdk-lib', stack => {
      scheduled(stack, new sqs.Queue(stack, 'Queue'));
    }],
    ['a schedule whose queue lets the role in', stack => {
      const role = schedulerRole(stack);
      const queue = new sqs.Queue(stack, 'Queue');
      queue.addToResourcePolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], principals: [new iam.ArnPrincipal(role.roleArn)], resources: ['*'] }));
      plainSchedule(stack, queue, role);
    }],
    ['a schedule with an imported role', stack => {
      plainSchedule(stack, new sqs.Queue(stack, 'Queue'), iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::123456789012:role/schedules', { mutable: false }));
    }],
    ['a schedule that may use the key of AWS', stack => {
      scheduled(stack, new sqs.Queue(stack, 'Queue', { encryption: sqs.QueueEncryption.KMS_MANAGED }));
    }],
    ['a policy for any service', stack => {
      const queue = new sqs.Queue(stack, 'Queue');
      queue.addToResourcePolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], principals: [new iam.StarPrincipal()], resources: [queue.queueArn] }));
      plainRule(stack, queue);
    }],
    ['a policy under a condition', stack => {
      const queue = new sqs.Queue(stack, 'Queue');
      const statement = sendBy('events.amazonaws.com');
      statement.addCondition('ArnLike', { 'aws:SourceArn': 'arn:aws:events:*:*:rule/S-*' });
      queue.addToResourcePolicy(statement);
      plainRule(stack, queue);
    }],
    ['a queue outside the app', stack => {
      plainRule(stack, sqs.Queue.fromQueueArn(stack, 'Queue', 'arn:aws:sqs:eu-west-1:123456789012:lost'));
    }],
    ['a key policy that lets the service in', stack => {
      const key = new kms.Key(stack, 'Key');
      const principals = [new iam.ServicePrincipal('events.amazonaws.com')];
      key.addToResourcePolicy(new iam.PolicyStatement({ actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], principals, resources: ['*'] }));
      invokedByRule(functionIn(stack, 'Fn'), { deadLetterQueue: new sqs.Queue(stack, 'Queue', { encryptionMasterKey: key }) });
    }],
    ['a key outside the app', stack => {
      const encryptionMasterKey = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-1:123456789012:key/1');
      invokedByRule(functionIn(stack, 'Fn'), { deadLetterQueue: new sqs.Queue(stack, 'Queue', { encryptionMasterKey }) });
    }],
    ['a rule target with a role', stack => {
      const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('events.amazonaws.com') });
      plainRule(stack, new sqs.Queue(stack, 'Queue'), { roleArn: role.roleArn });
    }],
    ['a macro, which may add the policy', stack => {
      stack.addTransform('Company::Policies');
      plainRule(stack, new sqs.Queue(stack, 'Queue'));
    }],
  ])('%s', (_, build) => {
    expect(of(ID, checked(build))).toEqual([]);
  });

  test('a policy in a later stack', () => {
    const found = checkedApp(app => {
      const stack = new Stack(app, 'S', { env: ENV });
      const queue = new sqs.Queue(stack, 'Queue');
      plainRule(stack, queue);
      new sqs.CfnQueuePolicy(new Stack(app, 'Later', { env: ENV }), 'Policy', {
        queues: [queue.queueUrl],
        policyDocument: new iam.PolicyDocument({ statements: [sendBy('events.amazonaws.com')] }),
      });
    });
    expect(of(ID, found)).toEqual([]);
  });

  test('a rule of another stack, with the policy of aws-cdk-lib', () => {
    const found = checkedApp(app => {
      const fn = functionIn(new Stack(app, 'S', { env: ENV }), 'Fn');
      const stack = new Stack(app, 'Rules', { env: ENV });
      const deadLetterQueue = new sqs.Queue(stack, 'Queue');
      new events.Rule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [new eventTargets.LambdaFunction(fn, { deadLetterQueue })] });
    });
    expect(of(ID, found)).toEqual([]);
  });
});
