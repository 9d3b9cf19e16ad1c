import { App, Aws, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { concreteRosStack, errorOf, fcFunction, HERE } from './fixture';
import { alibaba, ConfigOnDelete } from '../../lib';

const SECRET_ARN = 'arn:aws:secretsmanager:eu-central-1:111111111111:secret:alibaba-AbCdEf';
const TYPE = 'Custom::AlibabaAsyncInvokeConfig';

function awsStack(): Stack {
  return new Stack(new App(), 'Aws', { env: { region: 'eu-central-1', account: '111111111111' } });
}

function credentials(stack: Construct): alibaba.Credentials {
  return alibaba.Credentials.fromSecret(secretsmanager.Secret.fromSecretCompleteArn(stack, 'Secret', SECRET_ARN));
}

function put(stack: Stack, props: Partial<alibaba.DeployTimeAsyncInvokeConfigProps> = {}, id = 'Config'): alibaba.DeployTimeAsyncInvokeConfig {
  return new alibaba.DeployTimeAsyncInvokeConfig(stack, id, {
    ...HERE, functionName: 'orders', credentials: props.credentials ?? credentials(stack), ...props,
  });
}

/** What the handler gets. */
function properties(stack: Stack): Record<string, unknown> {
  const [{ Properties: { ServiceToken: _, ...rest } }] = Object.values(Template.fromStack(stack).findResources(TYPE));
  return rest;
}

/** What the handler may do for it. */
function permissions(stack: Stack): Record<string, unknown>[] {
  const policies = Template.fromStack(stack).findResources('AWS::IAM::Policy');
  const [id] = Object.keys(policies).filter(name => name.startsWith('ConfigPermission'));
  return policies[id].Properties.PolicyDocument.Statement.map(({ Effect: _, ...statement }: Record<string, unknown>) => statement);
}

describe('the handler gets', () => {
  test('every setting, the defaults included', () => {
    const stack = awsStack();
    put(stack);

    expect(properties(stack)).toEqual({
      Account: HERE.account,
      Region: HERE.region,
      FunctionName: 'orders',
      Credentials: { SecretArn: SECRET_ARN },
      MaximumEventAgeInSeconds: '86400',
      MaximumRetryAttempts: '3',
      AsyncTask: 'false',
      OnDelete: 'RESTORE',
      ServiceTimeout: '960',
    });
  });

  test('every optional property', () => {
    const stack = awsStack();
    put(stack, {
      qualifier: 'live',
      endpoint: '1234567890123456.cn-hangzhou-internal.fc.aliyuncs.com',
      maxEventAge: Duration.days(7),
      retryAttempts: 8,
      asyncTask: true,
      onFailure: alibaba.Destination.queue('failed'),
      onSuccess: alibaba.Destination.function('next'),
      onDelete: ConfigOnDelete.RETAIN,
    });

    expect(properties(stack)).toMatchObject({
      Qualifier: 'live',
      Endpoint: '1234567890123456.cn-hangzhou-internal.fc.aliyuncs.com',
      MaximumEventAgeInSeconds: '604800',
      MaximumRetryAttempts: '8',
      AsyncTask: 'true',
      OnFailure: 'acs:mns:cn-hangzhou:1234567890123456:/queues/failed/messages',
      OnSuccess: 'acs:fc:cn-hangzhou:1234567890123456:functions/next',
      OnDelete: 'RETAIN',
    });
  });

  test('values that only the deployment knows', () => {
    const stack = awsStack();
    const number = (id: string) => new CfnParameter(stack, id, { type: 'Number' }).valueAsNumber;
    put(stack, {
      functionName: new CfnParameter(stack, 'Name').valueAsString,
      maxEventAge: Duration.seconds(number('Age')),
      retryAttempts: number('Retries'),
      onFailure: alibaba.Destination.fromArn(new CfnParameter(stack, 'Arn').valueAsString),
    });

    expect(properties(stack)).toMatchObject({
      FunctionName: { Ref: 'Name' }, MaximumEventAgeInSeconds: { Ref: 'Age' }, MaximumRetryAttempts: { Ref: 'Retries' }, OnFailure: { Ref: 'Arn' },
    });
  });

  test('a role of RAM', () => {
    const stack = awsStack();
    put(stack, {
      credentials: alibaba.Credentials.fromRole({
        role: 'acs:ram::1234567890123456:role/deployer', oidcProvider: 'acs:ram::1234567890123456:oidc-provider/aws', endpoint: 'sts.cn-hangzhou.aliyuncs.com',
      }),
    });

    expect(properties(stack).Credentials).toEqual({
      RoleArn: 'acs:ram::1234567890123456:role/deployer',
      OidcProviderArn: 'acs:ram::1234567890123456:oidc-provider/aws',
      Audience: 'sts.aliyuncs.com',
      StsEndpoint: 'sts.cn-hangzhou.aliyuncs.com',
    });
  });
});

describe('the handler may', () => {
  const SEES_THE_STACK = { Action: ['cloudformation:ListStackResources', 'cloudformation:DescribeStackEvents'], Resource: { Ref: 'AWS::StackId' } };

  test('read the one secret', () => {
    const stack = awsStack();
    put(stack);

    expect(permissions(stack)).toEqual([{ Action: 'secretsmanager:GetSecretValue', Resource: SECRET_ARN }, SEES_THE_STACK]);
  });

  test('read a secret by its name, with any six characters behind it', () => {
    const stack = awsStack();
    put(stack, { credentials: alibaba.Credentials.fromSecret(secretsmanager.Secret.fromSecretNameV2(stack, 'Named', 'alibaba')) });

    expect(JSON.stringify(permissions(stack)[0])).toContain(':secret:alibaba-??????"');
  });

  test('decrypt with the key of the secret, for Secrets Manager only', () => {
    const stack = awsStack();
    const encryptionKey = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-central-1:111111111111:key/1');
    put(stack, {
      credentials: alibaba.Credentials.fromSecret(secretsmanager.Secret.fromSecretAttributes(stack, 'Encrypted', { secretCompleteArn: SECRET_ARN, encryptionKey })),
    });

    expect(permissions(stack)).toEqual([
      { Action: 'secretsmanager:GetSecretValue', Resource: SECRET_ARN },
      {
        Action: 'kms:Decrypt',
        Resource: encryptionKey.keyArn,
        Condition: { StringEquals: { 'kms:ViaService': 'secretsmanager.eu-central-1.amazonaws.com' } },
      },
      SEES_THE_STACK,
    ]);
  });

  test('decrypt in the Region of the secret', () => {
    const stack = awsStack();
    const encryptionKey = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:eu-west-3:111111111111:key/1');
    const secretCompleteArn = 'arn:aws:secretsmanager:eu-west-3:111111111111:secret:alibaba-AbCdEf';
    put(stack, {
      credentials: alibaba.Credentials.fromSecret(secretsmanager.Secret.fromSecretAttributes(stack, 'Elsewhere', { secretCompleteArn, encryptionKey })),
    });

    expect(permissions(stack)[1].Condition).toEqual({ StringEquals: { 'kms:ViaService': 'secretsmanager.eu-west-3.amazonaws.com' } });
  });

  test('get a token for Alibaba Cloud that expires soon', () => {
    const stack = awsStack();
    const audience = 'my-client';
    put(stack, {
      credentials: alibaba.Credentials.fromRole({ role: 'acs:ram::1:role/deployer', oidcProvider: 'acs:ram::1:oidc-provider/aws', audience }),
    });

    expect(permissions(stack)).toEqual([
      {
        Action: 'sts:GetWebIdentityToken',
        Resource: '*',
        Condition: {
          'ForAllValues:StringEquals': { 'sts:IdentityTokenAudience': ['my-client'] },
          'NumericLessThanEquals': { 'sts:DurationSeconds': 300 },
          'StringEquals': { 'sts:SigningAlgorithm': 'RS256' },
        },
      },
      SEES_THE_STACK,
    ]);
  });

  test('start only after its permissions exist', () => {
    const stack = awsStack();
    put(stack);
    const [{ DependsOn }] = Object.values(Template.fromStack(stack).findResources(TYPE));

    expect(DependsOn).toContainEqual(expect.stringMatching(/^ConfigPermission/));
  });
});

test('the credentials need permissions for exactly one function and qualifier', () => {
  const fn = 'acs:fc:cn-hangzhou:1234567890123456:functions/orders';
  const Action = ['fc:GetFunctionAsyncInvokeConfig', 'fc:PutFunctionAsyncInvokeConfig', 'fc:DeleteFunctionAsyncInvokeConfig'];

  expect(put(awsStack(), { qualifier: 'live' }).callerPolicyDocument).toEqual({
    Version: '1', Statement: [{ Effect: 'Allow', Action, Resource: [fn, `${fn}/live`] }],
  });
  expect(put(awsStack()).callerPolicyDocument.Statement[0].Resource).toEqual([fn, `${fn}/LATEST`]);
});

test('the role of the function needs permissions for its destinations', () => {
  expect(put(awsStack()).deliveryPolicyDocument).toBeUndefined();
  expect(put(awsStack(), { onFailure: alibaba.Destination.queue('failed') }).deliveryPolicyDocument).toEqual({
    Version: '1',
    Statement: [{ Effect: 'Allow', Action: ['mns:SendMessage'], Resource: ['acs:mns:cn-hangzhou:1234567890123456:/queues/failed/messages'] }],
  });
});

describe('refuses', () => {
  test.each<[string, Partial<alibaba.DeployTimeAsyncInvokeConfigProps>, string]>([
    ['an age that only Lambda takes no more of', { maxEventAge: Duration.days(8) },
      '`maxEventAge` must be an integer between 1 and 604800 seconds, got: 691200. '
      + 'That is the limit of Function Compute; for Lambda it must be an integer between 60 and 21600 seconds [Aws/Config]'],
    ['a Region that is none', { region: 'Hangzhou' },
      '`region` must be 4 to 64 characters: a Region of Alibaba Cloud, e.g. cn-hangzhou or eu-central-1, got: "Hangzhou" [Aws/Config]'],
    ['an endpoint without encryption', { endpoint: 'http://fc.example' },
      '`endpoint` must be 1 to 253 characters: a host, or https:// and a host; http:// leads to this machine only, got: "http://fc.example" [Aws/Config]'],
  ])('%s', (_, props, message) => {
    expect(errorOf(() => put(awsStack(), props))).toBe(message);
  });

  test.each<[string, (stack: Stack) => string]>([
    ['a token', () => Aws.ACCOUNT_ID],
    ['the ID', stack => stack.account],
  ])('the account of AWS, by %s', (_, account) => {
    const stack = new Stack(new App(), 'Aws', { env: { account: '111111111111', region: 'eu-central-1' } });

    expect(errorOf(() => put(stack, { account: account(stack) }))).toBe('`account` must be the ID of an Alibaba Cloud account, got: the account of the stack. '
      + 'Function Compute has one host for each of its accounts: an AWS account has none. Give the ID itself. [Aws/Config]');
  });

  test('an unknown choice for onDelete', () => {
    expect(errorOf(() => put(awsStack(), { onDelete: 'restore' as ConfigOnDelete })))
      .toBe('`onDelete` must be one of RESTORE, DELETE, RETAIN, got: "restore" [Aws/Config]');
  });

  test('a role of AWS', () => {
    expect(errorOf(() => alibaba.Credentials.fromRole({ role: 'arn:aws:iam::111111111111:role/deployer', oidcProvider: 'aws', audience: '' }))).toBe([
      '`role` must be 17 to 256 characters: the ARN of a role of Alibaba Cloud, e.g. acs:ram::1234567890123456:role/deployer, '
      + 'got: "arn:aws:iam::111111111111:role/deployer"',
      '`oidcProvider` must be 26 to 256 characters: the ARN of an OIDC provider of Alibaba Cloud, e.g. acs:ram::1234567890123456:oidc-provider/aws, got: "aws"',
      '`audience` must be 1 to 1000 characters, got: ""',
    ].join('\n'));
  });

  test('a ROS stack', () => {
    expect(errorOf(() => put(concreteRosStack() as Stack))).toBe('`resources` must be of Alibaba Cloud, got: a custom resource of CloudFormation. '
      + 'ROS makes only resources of Alibaba Cloud, and CloudFormation does not deploy ROS stacks: the resource is never made. '
      + 'Declare it in an AWS stack, or declare an `alibaba.RosResource` instead. [Ros/Config]');
  });

  test('a value that only ROS knows', () => {
    const app = new App();
    const ros = new alibaba.RosStack(app, 'Ros', HERE);
    const stack = new Stack(app, 'Aws');
    put(stack, { functionName: fcFunction(ros).getAtt('FunctionName') });

    expect(errorOf(() => app.synth())).toContain('FunctionName of Ros/Fn');
  });

  test('two configs for one target, in any stack', () => {
    const app = new App();
    const [one, other] = ['One', 'Other'].map(id => new Stack(app, id));
    put(one, { qualifier: 'LATEST' });
    put(other);
    put(other, { qualifier: 'live', credentials: credentials(new Stack(app, 'Third')) }, 'Live');

    expect(errorOf(() => app.synth())).toContain('`functionName` must be configured once, '
      + 'got: One/Config and Other/Config for 1234567890123456/cn-hangzhou/orders:LATEST. '
      + 'Function Compute keeps one config for each qualifier: the later one overwrites the earlier, and deleting either deletes both. Remove all but one.');
  });

  test('two configs for one target that only the deployment knows', () => {
    const stack = awsStack();
    const functionName = new CfnParameter(stack, 'Name').valueAsString;
    const shared = credentials(stack);
    put(stack, { functionName, credentials: shared });
    put(stack, { functionName, credentials: shared }, 'Again');
    put(stack, { functionName, credentials: shared, qualifier: 'live' }, 'Live');

    expect(errorOf(() => (stack.node.root as App).synth())).toMatch(/Aws\/Config and Aws\/Again for/);
  });
});

describe('a reference to a secret', () => {
  const SECURE = '{{resolve:ssm-secure:/orders:1}}';
  const ROLE = { role: 'acs:ram::1:role/deployer', oidcProvider: 'acs:ram::1:oidc-provider/aws' };

  test.each<[string, (stack: Stack) => Partial<alibaba.DeployTimeAsyncInvokeConfigProps>]>([
    ['account', () => ({ account: SECURE })],
    ['region', () => ({ region: SECURE })],
    ['functionName', () => ({ functionName: SECURE })],
    ['qualifier', () => ({ qualifier: SECURE })],
    ['endpoint', () => ({ endpoint: `https://${SECURE}` })],
    ['onFailure', () => ({ onFailure: alibaba.Destination.queue(SECURE) })],
    ['onSuccess', () => ({ onSuccess: alibaba.Destination.fromArn(SECURE) })],
    ['credentials.secret', stack => ({ credentials: alibaba.Credentials.fromSecret(secretsmanager.Secret.fromSecretNameV2(stack, 'Key', SECURE)) })],
    ['credentials.role', () => ({ credentials: alibaba.Credentials.fromRole({ ...ROLE, role: SECURE }) })],
    ['credentials.oidcProvider', () => ({ credentials: alibaba.Credentials.fromRole({ ...ROLE, oidcProvider: SECURE }) })],
    ['credentials.audience', () => ({ credentials: alibaba.Credentials.fromRole({ ...ROLE, audience: SECURE }) })],
    ['credentials.endpoint', () => ({ credentials: alibaba.Credentials.fromRole({ ...ROLE, endpoint: SECURE }) })],
  ])('is refused in `%s`', (property, propsIn) => {
    const stack = awsStack();

    expect(errorOf(() => put(stack, propsIn(stack))).split('\n')).toContain(`\`${property}\` must not contain a reference to a secret, got: {{resolve:ssm-secure:…}}. `
      + 'CloudFormation resolves no secrets in custom resources: it passes the text of the reference on, and the deployment succeeds with it. '
      + 'Write the value itself, or refer to a plain parameter: `{{resolve:ssm:…}}`. [Aws/Config]');
  });

  test('to a plain parameter is accepted in every property', () => {
    const stack = awsStack();
    const plain = '{{resolve:ssm:/orders/value}}';
    put(stack, {
      account: plain,
      region: plain,
      functionName: plain,
      qualifier: plain,
      endpoint: plain,
      credentials: alibaba.Credentials.fromRole({ role: plain, oidcProvider: plain, audience: plain, endpoint: plain }),
      onFailure: alibaba.Destination.queue(plain),
      onSuccess: alibaba.Destination.fromArn(plain),
    });

    expect(properties(stack)).toMatchObject({
      Account: plain,
      Region: plain,
      FunctionName: plain,
      Qualifier: plain,
      Endpoint: plain,
      Credentials: { RoleArn: plain, OidcProviderArn: plain, Audience: plain, StsEndpoint: plain },
      OnFailure: `acs:mns:${plain}:${plain}:/queues/${plain}/messages`,
      OnSuccess: plain,
    });
  });
});

test('shares the handler with the other constructs of the stack', () => {
  const stack = awsStack();
  const shared = credentials(stack);
  const [one, other] = ['Live', 'Canary'].map(id => put(stack, { qualifier: id.toLowerCase(), credentials: shared }, id));

  expect(one.grantPrincipal).toBe(other.grantPrincipal);
  Template.fromStack(stack).resourceCountIs('AWS::Lambda::Function', 1);
});
