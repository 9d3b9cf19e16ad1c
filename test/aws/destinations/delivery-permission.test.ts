import * as fs from 'node:fs';
import * as path from 'node:path';
import { App, PhysicalName, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { AsyncDestination, AsyncInvokeConfig, type AsyncInvokeConfigOptions } from '../../../lib';
import { agnosticStack, CODE, concreteStack, config, errorOf, fn, HERE, resources, role, statements } from '../fixture';

const SEND = { Action: 'sqs:SendMessage', Effect: 'Allow', Resource: { 'Fn::GetAtt': ['Queue4A7E3555', 'Arn'] } };

/** A config that sends failures to a queue. */
function sending(stack: Stack, target: lambda.IFunction, options: AsyncInvokeConfigOptions = {}): void {
  new AsyncInvokeConfig(stack, 'Config', { function: target, onFailure: AsyncDestination.queue(new sqs.Queue(stack, 'Queue')), ...options });
}

function rolesOfPolicies(stack: Stack): unknown[] {
  return Object.values(resources(stack, 'AWS::IAM::Policy')).map(({ Properties }) => Properties.Roles);
}

describe('the grant of a destination', () => {
  test('goes into a separate policy: the config waits for it, the function does not', () => {
    const stack = agnosticStack();
    sending(stack, fn(stack));

    expect(statements(stack)).toEqual({ FnDestinationPolicyE4076F9C: [SEND] });
    expect(rolesOfPolicies(stack)).toEqual([[{ Ref: 'FnServiceRoleB9001A96' }]]);
    expect(config(stack).DependsOn).toEqual(['FnDestinationPolicyE4076F9C']);
    expect(Object.values(resources(stack, 'AWS::Lambda::Function'))[0].DependsOn).toEqual(['FnServiceRoleB9001A96']);
  });

  test('is a child of the function', () => {
    const stack = agnosticStack();
    const made = fn(stack);
    sending(stack, made);

    expect(made.node.findChild('DestinationPolicy').node.scope).toBe(made);
  });

  test('shares one policy among all configs of a function, without repetition', () => {
    const stack = agnosticStack();
    const made = fn(stack);
    sending(stack, made);
    new AsyncInvokeConfig(stack, 'Live', { function: made.addAlias('live'), onSuccess: AsyncDestination.queue(stack.node.findChild('Queue') as sqs.Queue) });

    expect(statements(stack)).toEqual({ FnDestinationPolicyE4076F9C: [SEND] });
  });

  test('reaches the role of a singleton', () => {
    const stack = agnosticStack();
    sending(stack, new lambda.SingletonFunction(stack, 'Fn', { ...CODE, uuid: 'orders' }));

    expect(rolesOfPolicies(stack)).toEqual([[{ Ref: expect.stringMatching(/^SingletonLambdaordersServiceRole/) }]]);
    expect(config(stack).DependsOn).toEqual(['FnDestinationPolicyE4076F9C']);
  });

  test('reaches a role of the app', () => {
    const stack = agnosticStack();
    sending(stack, fn(stack, 'Fn', { role: role(stack) }));

    expect(rolesOfPolicies(stack)).toEqual([[{ Ref: 'Role1ABCC5F0' }]]);
  });

  test('reaches an imported role that accepts policies', () => {
    const stack = agnosticStack();
    sending(stack, fn(stack, 'Fn', { role: iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111111111111:role/service/orders') }));

    expect(rolesOfPolicies(stack)).toEqual([['orders']]);
    expect(config(stack).DependsOn).toEqual(['FnDestinationPolicyE4076F9C']);
  });

  test('reaches the role of an imported function', () => {
    const stack = agnosticStack();
    sending(stack, lambda.Function.fromFunctionAttributes(stack, 'Fn', {
      functionArn: `arn:aws:lambda:${stack.region}:${stack.account}:function:orders`, role: iam.Role.fromRoleName(stack, 'Role', 'orders'),
    }));

    expect(rolesOfPolicies(stack)).toEqual([['orders']]);
  });

  test('stays in the stack of the config if the function is in another stack', () => {
    const app = new App();
    const [home, away] = ['Home', 'Away'].map(id => new Stack(app, id));
    sending(away, fn(home));

    expect(statements(home)).toEqual({});
    expect(statements(away)).toEqual({ ConfigDestinationPolicyE510CCB9: [SEND] });
    expect(config(away).DependsOn).toEqual(['ConfigDestinationPolicyE510CCB9']);
    expect([away.dependencies, home.dependencies]).toEqual([[home], []]);
  });

  test('covers a key whose policy trusts the account', () => {
    const stack = agnosticStack();
    new AsyncInvokeConfig(stack, 'Config', { function: fn(stack), onFailure: AsyncDestination.queue(new sqs.Queue(stack, 'Queue', { encryptionMasterKey: new kms.Key(stack, 'Key') })) });

    expect(statements(stack)).toEqual({
      FnDestinationPolicyE4076F9C: [
        SEND, { Action: ['kms:Decrypt', 'kms:GenerateDataKey'], Effect: 'Allow', Resource: { 'Fn::GetAtt': ['Key961B73FD', 'Arn'] } },
      ],
    });
  });

  test.each<[string, (scope: Stack) => lambda.IDestination, string, unknown]>([
    ['queue', scope => AsyncDestination.queue(new sqs.Queue(scope, 'Target', { queueName: 'orders' })), 'AWS::SQS::QueuePolicy', ['sqs:SendMessage']],
    ['topic', scope => AsyncDestination.topic(new sns.Topic(scope, 'Target', { topicName: 'orders' })), 'AWS::SNS::TopicPolicy', ['sns:Publish']],
    ['bucket', scope => AsyncDestination.bucket(new s3.Bucket(scope, 'Target', { bucketName: 'orders' })), 'AWS::S3::BucketPolicy', ['s3:ListBucket', 's3:PutObject']],
  ])('reaches the policy of a %s in another account, which names the role', (_, destinationIn, type, actions) => {
    const app = new App();
    const stack = new Stack(app, 'Stack', { env: HERE });
    const other = new Stack(app, 'Other', { env: { ...HERE, account: '222222222222' } });
    const made = fn(stack, 'Fn', { role: role(stack, 'Role', { roleName: PhysicalName.GENERATE_IF_NEEDED }) });
    new AsyncInvokeConfig(stack, 'Config', { function: made, onFailure: destinationIn(other) });

    const [{ Properties }] = Object.values(resources(other, type));
    expect(Properties.PolicyDocument.Statement.map(({ Action }: any) => Action)).toEqual(actions);
    expect(Properties.PolicyDocument.Statement[0].Principal).toEqual({
      AWS: { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::111111111111:role/stackstackrole8c9721b1c1c70442a9e3']] },
    });
    expect(Object.values(statements(stack))).toHaveLength(1);
  });
});

describe('a role that accepts no permissions is refused:', () => {
  const refusal = (got: string, property = 'onFailure') =>
    `\`${property}\` must be a target that the function's execution role may deliver to, got: ${got}. ` +
    'Lambda checks the permission when the config is put: the deployment fails. ' +
    'Give the function a role that accepts policies: create it in the app, or import the function with `fromFunctionAttributes` and its `role`. ' +
    'If its role already has the permission, set `skipPermissions: true`. [Stack/Config]';

  const functions: [string, (stack: Stack) => lambda.IFunction, string][] = [
    ['imported as immutable', stack => fn(stack, 'Fn', { role: iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111111111111:role/orders', { mutable: false }) }),
      'a role that takes no policies, Stack/Role'],
    ['made immutable', stack => fn(stack, 'Fn', { role: role(stack).withoutPolicyUpdates() }),
      'a role that takes no policies, Stack/ImmutableRoleRole'],
    ['of another account', stack => fn(stack, 'Fn', { role: iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::222222222222:role/orders') }),
      'a role that takes no policies, Stack/Role'],
    ['that is not there', stack => lambda.Function.fromFunctionName(stack, 'Fn', 'orders'),
      'a function that was imported without its role, Stack/Fn'],
    ['that is not there, for a version', stack => lambda.Version.fromVersionArn(stack, 'Version', 'arn:aws:lambda:eu-west-1:111111111111:function:orders:7'),
      'a function that was imported without its role, Stack/VersionFunction'],
  ];

  test.each(functions)('%s', (_, functionIn, got) => {
    const stack = concreteStack();

    expect(errorOf(() => sending(stack, functionIn(stack)))).toBe(refusal(`sqs:SendMessage for ${got}`));
  });

  test.each(functions)('%s, also for destinations of aws-cdk-lib', (_, functionIn, got) => {
    const stack = concreteStack();
    const onSuccess = new destinations.SnsDestination(new sns.Topic(stack, 'Topic'));

    expect(errorOf(() => new AsyncInvokeConfig(stack, 'Config', { function: functionIn(stack), onSuccess }))).toBe(refusal(`sns:Publish for ${got}`, 'onSuccess'));
  });

  test.each(functions)('%s, but accepted with `skipPermissions`', (_, functionIn) => {
    const stack = concreteStack();
    sending(stack, functionIn(stack), { skipPermissions: true, onSuccess: new destinations.SnsDestination(new sns.Topic(stack, 'Topic')) });

    expect(statements(stack)).toEqual({});
    expect(config(stack).Properties.DestinationConfig).toEqual({
      OnFailure: { Destination: { 'Fn::GetAtt': ['Queue4A7E3555', 'Arn'] } }, OnSuccess: { Destination: { Ref: 'TopicBFC7AF6E' } },
    });
  });

  test.each(functions)('%s, but accepted without a destination', (_, functionIn) => {
    const stack = concreteStack();
    new AsyncInvokeConfig(stack, 'Config', { function: functionIn(stack), retryAttempts: 1, onFailure: AsyncDestination.none() });

    expect(statements(stack)).toEqual({});
  });
});

describe('`skipPermissions`', () => {
  test('grants nothing, neither on the target nor on its key', () => {
    const stack = agnosticStack();
    const bucket = new s3.Bucket(stack, 'Bucket', { encryptionKey: new kms.Key(stack, 'Key') });
    new AsyncInvokeConfig(stack, 'Config', { function: fn(stack), onFailure: AsyncDestination.bucket(bucket), skipPermissions: true });

    expect(statements(stack)).toEqual({});
    expect(config(stack).DependsOn).toBeUndefined();
    Template.fromStack(stack).resourceCountIs('AWS::S3::BucketPolicy', 0);
  });

  describe('for a function with a literal ARN, in a stack of an unknown account,', () => {
    const imported = (stack: Stack) => lambda.Function.fromFunctionArn(stack, 'Fn', 'arn:aws:lambda:eu-west-1:111111111111:function:orders');
    const made = (stack: Stack) => new sqs.Queue(stack, 'Queue', { encryption: sqs.QueueEncryption.KMS });
    const literal = (stack: Stack) => sqs.Queue.fromQueueArn(stack, 'Queue', 'arn:aws:sqs:eu-west-1:111111111111:orders');

    test.each<[string, (stack: Stack) => lambda.IDestination]>([
      ['works with our destinations', stack => AsyncDestination.queue(made(stack))],
      ['works with our destinations and a literal ARN', stack => AsyncDestination.queue(literal(stack))],
      ['works with destinations of aws-cdk-lib', stack => new destinations.SqsDestination(made(stack))],
    ])('%s', (_, destinationIn) => {
      const stack = agnosticStack();
      new AsyncInvokeConfig(stack, 'Config', { function: imported(stack), onFailure: destinationIn(stack), skipPermissions: true });

      expect(statements(stack)).toEqual({});
      expect(resources(stack, 'AWS::SQS::QueuePolicy')).toEqual({});
    });

    test('refuses a destination of aws-cdk-lib that adds the role to the policy of its target', () => {
      const stack = agnosticStack();
      const onFailure = new destinations.SqsDestination(literal(stack));

      expect(errorOf(() => new AsyncInvokeConfig(stack, 'Config', { function: imported(stack), onFailure, skipPermissions: true }))).toBe(
        '`onFailure` must be a target that the function\'s execution role may deliver to, ' +
        'got: an addition to the policy of a target that may be of another account, for a function that was imported without its role, Stack/Fn. ' +
        'Lambda checks the permission when the config is put: the deployment fails. Import the function with `fromFunctionAttributes` and its `role`. [Stack/Config]',
      );
    });

    test('is not needed if the function has a role, and the target gets no policy', () => {
      const stack = agnosticStack();
      const withRole = lambda.Function.fromFunctionAttributes(stack, 'Fn', {
        functionArn: 'arn:aws:lambda:eu-west-1:111111111111:function:orders', role: iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111111111111:role/orders'),
      });
      sending(stack, withRole);

      expect(statements(stack)).toEqual({ FnDestinationPolicyE4076F9C: [SEND] });
      expect(resources(stack, 'AWS::SQS::QueuePolicy')).toEqual({});
    });
  });
});

describe('a role under `Role.customizeRoles`', () => {
  test.each([true, false])('reports what it needs, with `preventSynthesis: %p`', preventSynthesis => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    iam.Role.customizeRoles(stack, { preventSynthesis, usePrecreatedRoles: { 'Stack/Fn/ServiceRole': 'orders' } });
    sending(stack, fn(stack));

    const { directory } = app.synth();
    const { roles } = JSON.parse(fs.readFileSync(path.join(directory, 'iam-policy-report.json'), 'utf8'));

    expect(roles.map(({ roleConstructPath, identityPolicyStatements }: any) => [roleConstructPath, identityPolicyStatements])).toEqual([
      ['Stack/Fn/ServiceRole', [{ Action: 'sqs:SendMessage', Effect: 'Allow', Resource: '(Stack/Queue/Resource.Arn)' }]],
    ]);
    expect(statements(stack)).toEqual({});
  });

  test('does not change the refusal of an imported immutable role', () => {
    const stack = agnosticStack();
    iam.Role.customizeRoles(stack, { preventSynthesis: false });
    const immutable = iam.Role.fromRoleArn(stack, 'Role', 'arn:aws:iam::111111111111:role/orders', { mutable: false });

    expect(errorOf(() => sending(stack, fn(stack, 'Fn', { role: immutable })))).toContain('got: sqs:SendMessage for a role that takes no policies, Stack/Role.');
  });
});

describe('our destinations in constructs of aws-cdk-lib', () => {
  test('grant as in constructs of ours', () => {
    const stack = agnosticStack();
    fn(stack, 'Fn', { onFailure: AsyncDestination.queue(new sqs.Queue(stack, 'Queue')) });

    expect(statements(stack)).toEqual({ FnDestinationPolicyE4076F9C: [SEND] });
    expect(config(stack).DependsOn).toEqual(['FnDestinationPolicyE4076F9C']);
  });

  test('refuse a role that accepts no policies', () => {
    const stack = agnosticStack();
    const queue = new sqs.Queue(stack, 'Queue');

    expect(errorOf(() => lambda.Function.fromFunctionName(stack, 'Fn', 'orders').configureAsyncInvoke({ onFailure: AsyncDestination.queue(queue) }))).toContain(
      'got: sqs:SendMessage for a function that was imported without its role, Stack/Fn.',
    );
  });
});
