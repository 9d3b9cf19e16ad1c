import {
  aws_events as events, aws_iam as iam, aws_lambda_destinations as destinations, aws_s3 as s3, aws_sns as sns, aws_sqs as sqs, Stack,
} from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/destination-permission-missing';
import { ENV, functionIn } from '../../topology/synthesized';
import { checked, checkedApp, executionRole, failuresOf, liveAlias, lockedRole, of } from '../checked-apps';

test('DestinationPermissionMissing is found', () => {
  const found = checked(example.found);
  expect(of('DestinationPermissionMissing', found)).toEqual([
    {
      id: 'DestinationPermissionMissing',
      severity: 'error',
      path: 'S/Fn/EventInvokeConfig/Resource',
      property: 'DestinationConfig.OnFailure.Destination',
      value: 'S/Bucket, for which S/Role lacks s3:ListBucket and s3:PutObject',
      message: '`DestinationConfig.OnFailure.Destination` must be a target that the function\'s execution role may deliver to, got: S/Bucket, for which S/Role lacks s3:ListBucket and s3:PutObject. Lambda checks the permission when the config is put: the deployment fails. Allow the role to list the bucket and to put objects into it, e.g. with `bucket.grantRead(fn)` and `bucket.grantPut(fn)`. If the role takes no grants, add the statement to its own policies.',
    },
  ]);
});

test('finds a grant on a bucket without its objects', () => {
  const found = checked(stack => {
    const bucket = new s3.Bucket(stack, 'Bucket');
    const fn = functionIn(stack, 'Fn');
    fn.addToRolePolicy(new iam.PolicyStatement({ actions: ['s3:ListBucket', 's3:PutObject'], resources: [bucket.bucketArn] }));
    failuresOf(fn, bucket.bucketArn);
  });
  expect(of('DestinationPermissionMissing', found).map(({ value }) => value)).toEqual(['S/Bucket, for which S/Fn/ServiceRole lacks s3:PutObject']);
});

test.each([undefined, ENV])('finds a queue whose policy is for a service alone, in the environment %j', env => {
  const found = checkedApp(app => {
    const stack = new Stack(app, 'S', { env });
    const queue = new sqs.Queue(stack, 'Queue');
    queue.grantSendMessages(new iam.ServicePrincipal('events.amazonaws.com'));
    failuresOf(functionIn(stack, 'Fn'), queue.queueArn);
  });
  expect(of('DestinationPermissionMissing', found).map(({ value }) => value)).toEqual(['S/Queue, for which S/Fn/ServiceRole lacks sqs:SendMessage']);
});

describe('the remedy is', () => {
  const withoutGrant = (arn: (stack: Stack) => string) => (stack: Stack) => {
    failuresOf(functionIn(stack, 'Fn'), arn(stack));
  };
  const GRANTED = [
    ['a grant to send to a queue', 'Allow the role to send, e.g. with `queue.grantSendMessages(fn)`.', withoutGrant(stack => new sqs.Queue(stack, 'Queue').queueArn)],
    ['a grant to publish to a topic', 'Allow the role to publish, e.g. with `topic.grantPublish(fn)`.', withoutGrant(stack => new sns.Topic(stack, 'Topic').topicArn)],
    ['a grant to put events on a bus', 'Allow the role to put events, e.g. with `bus.grantPutEventsTo(fn)`.', withoutGrant(stack => new events.EventBus(stack, 'Bus').eventBusArn)],
    ['a grant to invoke a function', 'Allow the role to invoke it, e.g. with `destination.grantInvoke(fn)`.', withoutGrant(stack => functionIn(stack, 'Next').functionArn)],
  ] as const;

  test.each<readonly [string, string, (stack: Stack) => void]>([
    ...GRANTED.map(([title, sentence, build]) => [title, `${sentence} If the role takes no grants, add the statement to its own policies.`, build] as const),
    ['to remove a denial', 'Remove the statement that denies it: a denial outweighs every grant.', stack => {
      const fn = functionIn(stack, 'Fn', { onFailure: new destinations.SqsDestination(new sqs.Queue(stack, 'Queue')) });
      fn.addToRolePolicy(new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['sqs:*'], resources: ['*'] }));
    }],
    ['to widen the permissions boundary', 'Allow the missing actions in the permissions boundary, too.', stack => {
      const role = executionRole(stack);
      const statements = [new iam.PolicyStatement({ actions: ['logs:*'], resources: ['*'] })];
      iam.PermissionsBoundary.of(role).apply(new iam.ManagedPolicy(stack, 'Boundary', { statements }));
      functionIn(stack, 'Fn', { role, onFailure: new destinations.SqsDestination(new sqs.Queue(stack, 'Queue')) });
    }],
    ['a grant, if the boundary would allow it', 'Allow the role to send, e.g. with `queue.grantSendMessages(fn)`. If the role takes no grants, add the statement to its own policies.', stack => {
      const role = executionRole(stack);
      const statements = [new iam.PolicyStatement({ actions: ['*'], resources: ['*'] })];
      iam.PermissionsBoundary.of(role).apply(new iam.ManagedPolicy(stack, 'Boundary', { statements }));
      failuresOf(functionIn(stack, 'Fn', { role }), new sqs.Queue(stack, 'Queue').queueArn);
    }],
  ])('%s', (_, remedy, build) => {
    expect(of('DestinationPermissionMissing', checked(build)).map(({ message }) => message.split('the deployment fails. ')[1])).toEqual([remedy]);
  });
});

describe('also found is', () => {
  test.each<[string, string, (stack: Stack) => void]>([
    ['what the policy of the queue denies', 'S/Queue, for which S/Fn/ServiceRole is denied sqs:SendMessage', stack => {
      const queue = new sqs.Queue(stack, 'Queue');
      functionIn(stack, 'Fn', { onFailure: new destinations.SqsDestination(queue) });
      const principals = [new iam.StarPrincipal()];
      queue.addToResourcePolicy(new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['sqs:SendMessage'], principals, resources: ['*'] }));
    }],
    ['what a permissions boundary leaves out', 'S/Queue, for which S/Role lacks sqs:SendMessage', stack => {
      const statements = [new iam.PolicyStatement({ actions: ['logs:*'], resources: ['*'] })];
      const role = executionRole(stack);
      iam.PermissionsBoundary.of(role).apply(new iam.ManagedPolicy(stack, 'Boundary', { statements }));
      functionIn(stack, 'Fn', { role, onFailure: new destinations.SqsDestination(new sqs.Queue(stack, 'Queue')) });
    }],
    ['what is allowed on a queue of another name', 'S/Queue, for which S/Fn/ServiceRole lacks sqs:SendMessage', stack => {
      const fn = functionIn(stack, 'Fn');
      fn.addToRolePolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: ['arn:aws:sqs:*:*:done'] }));
      failuresOf(fn, new sqs.Queue(stack, 'Queue', { queueName: 'failed' }).queueArn);
    }],
  ])('%s', (_, value, build) => {
    expect(of('DestinationPermissionMissing', checked(build)).map(finding => finding.value)).toEqual([value]);
  });
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['a grant of aws-cdk-lib', example.innocent],
    ['a grant to a function destination through an alias', stack => {
      functionIn(stack, 'Fn', { onFailure: new destinations.LambdaDestination(liveAlias(functionIn(stack, 'Next'))) });
    }],
    ['an imported role, which may have it already', stack => {
      const role = iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::123456789012:role/orders', { mutable: false });
      failuresOf(functionIn(stack, 'Fn', { role }), new sqs.Queue(stack, 'Queue').queueArn);
    }],
    ['a policy of AWS with more than logs', stack => {
      const role = executionRole(stack);
      role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonSQSFullAccess'));
      failuresOf(functionIn(stack, 'Fn', { role }), new sqs.Queue(stack, 'Queue').queueArn);
    }],
    ['a policy with `NotAction`', stack => {
      const fn = functionIn(stack, 'Fn');
      fn.addToRolePolicy(new iam.PolicyStatement({ notActions: ['iam:*'], resources: ['*'] }));
      failuresOf(fn, new sqs.Queue(stack, 'Queue').queueArn);
    }],
    ['a policy under a condition', stack => {
      const fn = functionIn(stack, 'Fn');
      const conditions = { StringEquals: { 'aws:PrincipalTag/team': 'orders' } };
      fn.addToRolePolicy(new iam.PolicyStatement({ actions: ['sqs:Send*'], resources: ['*'], conditions }));
      failuresOf(fn, new sqs.Queue(stack, 'Queue').queueArn);
    }],
    ['a policy of the queue that allows the role', stack => {
      const fn = functionIn(stack, 'Fn', { role: lockedRole(stack) });
      const queue = new sqs.Queue(stack, 'Queue');
      queue.addToResourcePolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], principals: [new iam.ArnPrincipal(fn.role!.roleArn)], resources: ['*'] }));
      failuresOf(fn, queue.queueArn);
    }],
    ['a policy of the bucket by its name', stack => {
      const fn = functionIn(stack, 'Fn', { role: lockedRole(stack) });
      const bucket = new s3.Bucket(stack, 'Bucket', { bucketName: 'failed' });
      const Statement = { Effect: 'Allow', Action: 's3:*', Principal: { AWS: fn.role!.roleArn }, Resource: ['arn:aws:s3:::failed', 'arn:aws:s3:::failed/*'] };
      new s3.CfnBucketPolicy(stack, 'Policy', { bucket: 'failed', policyDocument: { Statement } });
      failuresOf(fn, bucket.bucketArn);
    }],
    ['a policy of the queue that allows everybody, with any permissions boundary of the role', stack => {
      const role = executionRole(stack);
      const statements = [new iam.PolicyStatement({ actions: ['logs:*'], resources: ['*'] })];
      iam.PermissionsBoundary.of(role).apply(new iam.ManagedPolicy(stack, 'Boundary', { statements }));
      const queue = new sqs.Queue(stack, 'Queue');
      queue.addToResourcePolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], principals: [new iam.StarPrincipal()], resources: ['*'] }));
      failuresOf(functionIn(stack, 'Fn', { role }), queue.queueArn);
    }],
    ['a policy for the records of this function alone', stack => {
      const fn = functionIn(stack, 'Fn');
      const bucket = new s3.Bucket(stack, 'Bucket');
      fn.addToRolePolicy(new iam.PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }));
      fn.addToRolePolicy(new iam.PolicyStatement({ actions: ['s3:PutObject'], resources: [bucket.arnForObjects('aws/lambda/async/S-Fn*')] }));
      failuresOf(fn, bucket.bucketArn);
    }],
    ['an imported queue, whose policy may let the role in', stack => {
      failuresOf(functionIn(stack, 'Fn'), 'arn:aws:sqs:eu-west-1:123456789012:orders');
    }],
    ['a permission on the function for any caller', stack => {
      const next = functionIn(stack, 'Next');
      next.addPermission('Anyone', { principal: new iam.AccountPrincipal('123456789012') });
      failuresOf(functionIn(stack, 'Fn'), next.functionArn);
    }],
    ['a macro, which may add the policy', stack => {
      stack.addTransform('Company::Policies');
      failuresOf(functionIn(stack, 'Fn'), new sqs.Queue(stack, 'Queue').queueArn);
    }],
  ])('%s', (_, build) => {
    expect(of('DestinationPermissionMissing', checked(build))).toEqual([]);
  });
});
