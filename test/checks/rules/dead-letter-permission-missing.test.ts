import { Stack, aws_iam as iam, aws_lambda as lambda, aws_sns as sns, aws_sqs as sqs } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/dead-letter-permission-missing';
import { ENV, functionIn } from '../../topology/synthesized';
import { checked, checkedApp, executionRole, lockedRole, of } from '../checked-apps';

const ID = 'DeadLetterPermissionMissing';

test('DeadLetterPermissionMissing is found', () => {
  expect(of(ID, checked(example.found))).toEqual([
    {
      id: 'DeadLetterPermissionMissing',
      severity: 'error',
      path: 'S/Fn/Resource',
      property: 'DeadLetterConfig.TargetArn',
      value: 'S/Queue, for which S/Role lacks sqs:SendMessage',
      message: '`DeadLetterConfig.TargetArn` must be a queue or topic that the function\'s execution role may send to, got: S/Queue, for which S/Role lacks sqs:SendMessage. Lambda checks the permission when it gets the dead-letter queue: the deployment fails. Allow the role to send, e.g. with `queue.grantSendMessages(fn)` or `topic.grantPublish(fn)`. If the role takes no grants, add the statement to its own policies.',
    },
  ]);
});

describe('also found is', () => {
  test.each<[string, string, (stack: Stack) => void]>([
    ['a topic', 'S/Topic, for which S/Role lacks sns:Publish', stack => {
      functionIn(stack, 'Fn', { role: lockedRole(stack), deadLetterTopic: new sns.Topic(stack, 'Topic') });
    }],
    ['what the policy of the queue denies', 'S/Queue, for which S/Fn/ServiceRole is denied sqs:SendMessage', stack => {
      const deadLetterQueue = new sqs.Queue(stack, 'Queue');
      functionIn(stack, 'Fn', { deadLetterQueue });
      deadLetterQueue.addToResourcePolicy(new iam.PolicyStatement({
        effect: iam.Effect.DENY, actions: ['sqs:SendMessage'], principals: [new iam.StarPrincipal()], resources: ['*'],
      }));
    }],
    ['what a permissions boundary leaves out', 'S/Queue, for which S/Role lacks sqs:SendMessage', stack => {
      const role = executionRole(stack);
      const statements = [new iam.PolicyStatement({ actions: ['logs:*'], resources: ['*'] })];
      iam.PermissionsBoundary.of(role).apply(new iam.ManagedPolicy(stack, 'Boundary', { statements }));
      functionIn(stack, 'Fn', { role, deadLetterQueue: new sqs.Queue(stack, 'Queue') });
    }],
    ['what an L1 sets', 'S/Queue, for which S/Fn/ServiceRole lacks sqs:SendMessage', stack => {
      const fn = functionIn(stack, 'Fn').node.defaultChild as lambda.CfnFunction;
      fn.deadLetterConfig = { targetArn: new sqs.Queue(stack, 'Queue').queueArn };
    }],
    ['a queue by its name', 'S/Queue, for which S/Fn/ServiceRole lacks sqs:SendMessage', stack => {
      new sqs.Queue(stack, 'Queue', { queueName: 'dead' });
      const fn = functionIn(stack, 'Fn').node.defaultChild as lambda.CfnFunction;
      fn.deadLetterConfig = { targetArn: `arn:aws:sqs:${ENV.region}:${ENV.account}:dead` };
    }],
  ])('%s', (_, value, build) => {
    expect(of(ID, checked(build)).map(finding => finding.value)).toEqual([value]);
  });

  test('a queue of another stack', () => {
    const found = checkedApp(app => {
      const deadLetterQueue = new sqs.Queue(new Stack(app, 'Stores', { env: ENV }), 'Queue');
      const stack = new Stack(app, 'S', { env: ENV });
      functionIn(stack, 'Fn', { role: lockedRole(stack), deadLetterQueue });
    });
    expect(of(ID, found).map(({ value }) => value)).toEqual(['Stores/Queue, for which S/Role lacks sqs:SendMessage']);
  });
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a grant of aws-cdk-lib', example.innocent],
    ['a grant of aws-cdk-lib to a topic', stack => {
      functionIn(stack, 'Fn', { deadLetterTopic: new sns.Topic(stack, 'Topic') });
    }],
    ['an imported role, which may have it already', stack => {
      const role = iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::123456789012:role/orders', { mutable: false });
      functionIn(stack, 'Fn', { role, deadLetterQueue: new sqs.Queue(stack, 'Queue') });
    }],
    ['an imported queue, whose policy may let the role in', stack => {
      const deadLetterQueue = sqs.Queue.fromQueueArn(stack, 'Queue', 'arn:aws:sqs:eu-west-1:123456789012:dead');
      functionIn(stack, 'Fn', { role: lockedRole(stack), deadLetterQueue });
    }],
    ['a policy of AWS with more than logs', stack => {
      const role = executionRole(stack);
      role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonSQSFullAccess'));
      functionIn(stack, 'Fn', { role: role.withoutPolicyUpdates(), deadLetterQueue: new sqs.Queue(stack, 'Queue') });
    }],
    ['a policy of the queue that allows the role', stack => {
      const role = lockedRole(stack);
      const deadLetterQueue = new sqs.Queue(stack, 'Queue');
      deadLetterQueue.addToResourcePolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], principals: [new iam.ArnPrincipal(role.roleArn)], resources: ['*'] }));
      functionIn(stack, 'Fn', { role, deadLetterQueue });
    }],
    ['a policy under a condition', stack => {
      const role = executionRole(stack);
      const conditions = { StringEquals: { 'aws:PrincipalTag/team': 'orders' } };
      role.addToPolicy(new iam.PolicyStatement({ actions: ['sqs:Send*'], resources: ['*'], conditions }));
      functionIn(stack, 'Fn', { role: role.withoutPolicyUpdates(), deadLetterQueue: new sqs.Queue(stack, 'Queue') });
    }],
    ['a macro, which may add the policy', stack => {
      stack.addTransform('Company::Policies');
      example.found(stack);
    }],
  ])('%s', (_, build) => {
    expect(of(ID, checked(build))).toEqual([]);
  });

  test('a policy in a later stack', () => {
    const found = checkedApp(app => {
      const stack = new Stack(app, 'S', { env: ENV });
      const role = executionRole(stack);
      const deadLetterQueue = new sqs.Queue(stack, 'Queue');
      functionIn(stack, 'Fn', { role: role.withoutPolicyUpdates(), deadLetterQueue });
      new iam.Policy(new Stack(app, 'Later', { env: ENV }), 'Policy', {
        roles: [role], statements: [new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetterQueue.queueArn] })],
      });
    });
    expect(of(ID, found)).toEqual([]);
  });
});
