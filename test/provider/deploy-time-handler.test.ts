import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, NestedStack, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import { found, only, resource, stack } from './fixture';

const FUNCTION = 'AWS::Lambda::Function';

describe('by default, the handler', () => {
  const app = stack();
  resource(app, 'A');

  test('runs the bundled code with the longest timeout', () => {
    expect(only(app, FUNCTION).Properties).toMatchObject({
      Architectures: ['arm64'],
      Handler: 'index.handler',
      MemorySize: 256,
      Runtime: lambda.determineLatestNodeRuntime(app).name,
      Timeout: 900,
    });
    expect(only(app, FUNCTION).Properties).not.toHaveProperty('VpcConfig');
  });

  test('is tried once, and only while CloudFormation waits', () => {
    expect(only(app, 'AWS::Lambda::EventInvokeConfig').Properties).toMatchObject({ MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 3600, Qualifier: '$LATEST' });
  });

  test('has its own log group, which keeps a month and goes with the stack', () => {
    const [id] = Object.keys(found(app, 'AWS::Logs::LogGroup'));

    expect(only(app, 'AWS::Logs::LogGroup')).toMatchObject({ Properties: { RetentionInDays: 30 }, DeletionPolicy: 'Delete' });
    expect(only(app, FUNCTION).Properties.LoggingConfig).toEqual({ LogGroup: { Ref: id } });
  });

  test('may write its log and nothing else', () => {
    const [role] = Object.values(found(app, 'AWS::IAM::Role'));
    const policies = Object.values(found(app, 'AWS::IAM::Policy')).flatMap(({ Properties }) => Properties.PolicyDocument.Statement);

    expect(role.Properties).not.toHaveProperty('ManagedPolicyArns');
    expect(policies).toEqual([
      { Action: 'service:Call', Effect: 'Allow', Resource: 'arn:aws:service:::somebody' },
      { Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Effect: 'Allow', Resource: { 'Fn::GetAtt': [expect.stringMatching(/^DeployTimeHandlerLog/), 'Arn'] } },
    ]);
  });
});

describe('every setting', () => {
  test('of the function is passed on', () => {
    const app = stack();
    const key = new kms.Key(app, 'Key');
    resource(app, 'A', {
      runtime: lambda.Runtime.NODEJS_22_X,
      architecture: lambda.Architecture.X86_64,
      memorySize: 512,
      tracing: lambda.Tracing.ACTIVE,
      environmentEncryption: key,
      reservedConcurrentExecutions: 2,
    });

    expect(only(app, FUNCTION).Properties).toMatchObject({
      Architectures: ['x86_64'],
      KmsKeyArn: app.resolve(key.keyArn),
      MemorySize: 512,
      ReservedConcurrentExecutions: 2,
      Runtime: 'nodejs22.x',
      TracingConfig: { Mode: 'Active' },
    });
  });

  test('of the log is', () => {
    const app = stack();
    resource(app, 'A', { logRetention: logs.RetentionDays.ONE_DAY });
    expect(only(app, 'AWS::Logs::LogGroup').Properties.RetentionInDays).toBe(1);

    const theirs = stack();
    const logGroup = logs.LogGroup.fromLogGroupName(theirs, 'Log', 'theirs');
    resource(theirs, 'A', { logGroup });
    expect(found(theirs, 'AWS::Logs::LogGroup')).toEqual({});
    expect(only(theirs, FUNCTION).Properties.LoggingConfig).toEqual({ LogGroup: 'theirs' });
  });

  test('of the role is', () => {
    const app = stack();
    resource(app, 'A', { permissionsBoundary: iam.ManagedPolicy.fromManagedPolicyArn(app, 'Boundary', 'arn:aws:iam::111111111111:policy/boundary') });

    expect(only(app, 'AWS::IAM::Role').Properties.PermissionsBoundary).toBe('arn:aws:iam::111111111111:policy/boundary');
  });

  test('of the network is, with what Lambda needs for it', () => {
    const app = stack();
    const vpc = new ec2.Vpc(app, 'Vpc');
    const group = new ec2.SecurityGroup(app, 'Group', { vpc });
    resource(app, 'A', { vpc, vpcSubnets: { subnets: [vpc.privateSubnets[0]] }, securityGroups: [group] });

    expect(Object.values(found(app, FUNCTION)).map(({ Properties }) => Properties.VpcConfig).filter(config => config)).toEqual([{
      SecurityGroupIds: [app.resolve(group.securityGroupId)],
      SubnetIds: [app.resolve(vpc.privateSubnets[0].subnetId)],
    }]);
    Template.fromStack(app).hasResourceProperties('AWS::IAM::Policy', {
      PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: Match.arrayWith(['ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface']) })]) },
    });
  });
});

describe('in one stack', () => {
  test('constructs with the same settings share one', () => {
    const app = stack();
    resource(app, 'A');
    resource(app, 'B', {});
    resource(app, 'C', { memorySize: 256, logRetention: logs.RetentionDays.ONE_MONTH, tracing: undefined });

    expect(Object.keys(found(app, FUNCTION))).toEqual([expect.stringMatching(/^DeployTimeHandlerFunction/)]);
  });

  test('constructs with other settings have another, in any order', () => {
    const ids = [[512, 1024], [1024, 512]].map(sizes => {
      const app = stack();
      resource(app, 'A');
      sizes.forEach(memorySize => resource(app, `B${memorySize}`, { memorySize }));
      return Object.entries(found(app, FUNCTION)).map(([id, { Properties }]) => `${id} ${Properties.MemorySize}`).sort();
    });

    expect(ids[0]).toHaveLength(3);
    expect(ids[1]).toEqual(ids[0]);
  });

  test('no handler gets the permissions of another', () => {
    const app = stack();
    const [a, b] = [resource(app, 'A'), resource(app, 'B', { memorySize: 512 })];

    expect(a.handler.role).not.toBe(b.handler.role);
  });
});

test('a nested stack has its own', () => {
  const app = new App();
  const parent = new Stack(app, 'Parent');
  const nested = new NestedStack(parent, 'Nested');
  resource(parent, 'A');
  resource(nested, 'B');

  expect(Object.keys(found(nested, FUNCTION))).toEqual(Object.keys(found(parent, FUNCTION)));
});

test('finds the code from the sources and from the compiled files', () => {
  expect(readFileSync(join(__dirname, '../../assets/handler/index.js'), 'utf8').length).toBeGreaterThan(0);
});
