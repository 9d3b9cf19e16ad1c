import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import { cli, over, stack, withFifo } from './command-line';

const folder = mkdtempSync(join(tmpdir(), 'templates-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Calls the command line in a folder with these files. */
function callOver(files: Readonly<Record<string, string>>, args: readonly string[], input?: string) {
  const cwd = mkdtempSync(join(folder, 'case-'));
  Object.entries(files).forEach(([name, text]) => writeFileSync(join(cwd, name), text));
  return cli(args, { cwd, input });
}

/** The lines that begin a finding. */
function found(out: string): string[] {
  return out.split('\n').filter(line => /^ {2}(error|warning) /.test(line)).map(line => line.trim());
}

/** Written by hand, with short forms, scalars of YAML 1.1, and a role that may not send. */
const BY_HAND = `\
AWSTemplateFormatVersion: 2010-09-09
Parameters:
  Stage:
    Type: String
    AllowedValues: [dev, prod]
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: 2012-10-17
        Statement:
          - Effect: Allow
            Principal: {Service: lambda.amazonaws.com}
            Action: sts:AssumeRole
  Import:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Role: !GetAtt Role.Arn
      Timeout: 0036
      Code:
        ZipFile: |
          exports.handler = async () => {};
  Failures:
    Type: AWS::SQS::Queue
    Properties:
      FifoQueue: !If [IsProd, yes, no]
  Config:
    Type: AWS::Lambda::EventInvokeConfig
    Properties:
      FunctionName: !Ref Import
      Qualifier: $LATEST
      MaximumRetryAttempts: 1
      DestinationConfig:
        OnFailure:
          Destination: !GetAtt Failures.Arn
`;

describe('a template written by hand', () => {
  test('is checked with file, line and column', () => {
    const { code, out, problem } = callOver({ 'orders.yaml': BY_HAND }, ['check', 'orders.yaml']);

    expect({ code, problem, found: found(out) }).toEqual({
      code: 1, problem: '', found: ['error DestinationPermissionMissing at Config, orders.yaml:40:11'],
    });
  });

  test('shows more with the value of a parameter', () => {
    const { out } = callOver({ 'orders.yaml': BY_HAND }, ['check', 'orders.yaml', '--parameter', 'Stage=prod']);

    expect(found(out)[0]).toBe('error FifoQueueDestination at Config, orders.yaml:40:11');
  });

  test('comes from the standard input', () => {
    const { out } = callOver({}, ['check', '-', '--json'], BY_HAND);

    expect(JSON.parse(out).findings).toMatchObject([{ stack: 'standard input', path: 'Config', place: { file: 'standard input', line: 40, column: 11 } }]);
  });

  test('has regions in SARIF, unless it comes from the standard input', () => {
    const place = (out: string) => JSON.parse(out).runs[0].results[0].locations[0].physicalLocation;

    expect(place(callOver({ 'my orders.yaml': BY_HAND }, ['check', 'my orders.yaml', '--sarif']).out))
      .toEqual({ artifactLocation: { uri: 'my%20orders.yaml' }, region: { startLine: 40, startColumn: 11 } });
    expect(place(callOver({}, ['check', '-', '--sarif'], BY_HAND).out)).toBeUndefined();
  });

  test('is explained, with its function by name or without', () => {
    const all = callOver({ 'orders.yaml': BY_HAND }, ['explain', 'orders.yaml']);

    expect(all.out).toMatch(/^Import:\$LATEST\n[^]* {2}on failure +the record to queue Failures\n[^]*each attempt takes 30 s/);
    expect(callOver({ 'orders.yaml': BY_HAND }, ['explain', 'orders.yaml', 'Import'])).toEqual(all);
    expect(callOver({}, ['explain', '-', 'Import'], BY_HAND)).toEqual(all);
  });

  test('is simulated', () => {
    const { code, out } = callOver({ 'orders.yaml': BY_HAND }, ['simulate', 'orders.yaml', '--function', 'Import', '--time-out', '--json']);

    expect(code).toBe(1);
    expect(JSON.parse(out).events[0]).toMatchObject({
      function: 'Import',
      condition: 'RetriesExhausted',
      deliveries: [{ kind: 'on-failure', to: 'queue `Failures`', lostBecause: 'the role of `Import` lacks sqs:SendMessage' }],
    });
  });

  test('is simulated in a Region and account', () => {
    const template = 'Resources:\n  Import:\n    Type: AWS::Lambda::Function\n    Properties: {Timeout: 3}\n  Config:\n    Type: AWS::Lambda::EventInvokeConfig\n' +
      '    Properties: {FunctionName: !Ref Import, Qualifier: $LATEST, DestinationConfig: {OnFailure: {Destination: !GetAtt Q.Arn}}}\n  Q: {Type: "AWS::SQS::Queue"}\n';
    const { out } = callOver({}, ['simulate', '-', '--function', 'Import', '--fail', '--region', 'eu-west-1', '--account', '012345678901'], template);

    expect(out).toContain('"functionArn": "arn:aws:lambda:eu-west-1:012345678901:function:');
  });

  test('refuses a value that the parameter does not allow', () => {
    expect(callOver({ 'orders.yaml': BY_HAND }, ['explain', 'orders.yaml', '--parameter', 'Stage=test'])).toEqual({
      code: 2, out: '', problem: 'cdk-async-invoke: parameter `Stage` must be one of dev, prod, got: "test"\n',
    });
  });
});

test('a template gets its fix in its own format', () => {
  const { out } = callOver({ 'orders.yaml': BY_HAND }, ['check', 'orders.yaml', '--fix-hint']);
  const json = JSON.stringify({ Resources: { F: { Type: 'AWS::Lambda::EventInvokeConfig', Properties: { FunctionName: 'f', Qualifier: '$LATEST', MaximumRetryAttempts: 3 } } } });

  expect(out).toContain(`    fix: Allow the execution role sqs:SendMessage.
      # orders.yaml: add to Resources
      RoleDeliveryPolicy:
        Type: AWS::IAM::Policy
        Properties:
          PolicyName: RoleDeliveryPolicy
          PolicyDocument:
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: sqs:SendMessage
                Resource: !GetAtt Failures.Arn
          Roles:
            - !Ref Role
      # orders.yaml: add to Resources.Config
      DependsOn:
        - RoleDeliveryPolicy
`);
  expect(callOver({ 't.json': json }, ['check', 't.json', '--fix-hint']).out).toContain(`    fix: Use the nearest number within the range.
      // t.json: replace in Resources.F.Properties
      "MaximumRetryAttempts": 2
`);
});

test('a template of more than 4 MiB from the standard input is refused', () => {
  expect(callOver({}, ['check', '-'], `#${'a'.repeat(4 * 1024 * 1024)}`)).toEqual({
    code: 2, out: '', problem: 'cdk-async-invoke: `standard input` must have at most 4194304 bytes, got: 4194305. CloudFormation takes 1 MB: split the template.\n',
  });
});

test('the template and the payload cannot both come from the standard input', () => {
  expect(callOver({}, ['simulate', '-', '--function', 'Import', '--payload', '@-'], BY_HAND)).toEqual({
    code: 2, out: '', problem: 'cdk-async-invoke: the standard input must hold the template or the payload, got: `-` and `--payload @-`. Pass one of them as a file.\n',
  });
});

/** What `serverless package` writes for a function with `onError`, `destinations` and an event of S3, shortened. */
const SERVERLESS = {
  AWSTemplateFormatVersion: '2010-09-09',
  Description: 'The AWS CloudFormation template for this Serverless application',
  Resources: {
    ServerlessDeploymentBucket: { Type: 'AWS::S3::Bucket', Properties: {} },
    ImportLogGroup: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: '/aws/lambda/shop-dev-import' } },
    IamRoleLambdaExecution: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: { Service: ['lambda.amazonaws.com'] }, Action: ['sts:AssumeRole'] }],
        },
        Policies: [{
          PolicyName: { 'Fn::Join': ['-', ['shop', 'dev', 'lambda']] },
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Allow', Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Resource: [{ 'Fn::Sub': 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:/aws/lambda/shop-dev*:*:*' }] },
            ],
          },
        }],
        Path: '/',
        RoleName: { 'Fn::Join': ['-', ['shop', 'dev', { Ref: 'AWS::Region' }, 'lambdaRole']] },
      },
    },
    ImportLambdaFunction: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Code: { S3Bucket: { Ref: 'ServerlessDeploymentBucket' }, S3Key: 'serverless/shop/dev/1-2026/shop.zip' },
        Handler: 'src/import.handler',
        Runtime: 'nodejs22.x',
        FunctionName: 'shop-dev-import',
        MemorySize: 1024,
        Timeout: 6,
        Role: { 'Fn::GetAtt': ['IamRoleLambdaExecution', 'Arn'] },
      },
      DependsOn: ['ImportLogGroup'],
    },
    ImportLambdaVersionJ5Kx: {
      Type: 'AWS::Lambda::Version', DeletionPolicy: 'Retain', Properties: { FunctionName: { Ref: 'ImportLambdaFunction' }, CodeSha256: 'x' },
    },
    ImportLambdaEvConf: {
      Type: 'AWS::Lambda::EventInvokeConfig',
      Properties: {
        FunctionName: { Ref: 'ImportLambdaFunction' },
        DestinationConfig: { OnFailure: { Destination: { 'Fn::Sub': 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:failures.fifo' } } },
        Qualifier: '$LATEST',
        MaximumRetryAttempts: 3,
      },
    },
  },
};

test('the output of the Serverless Framework is checked', () => {
  const { code, out } = callOver({ 'update-stack.json': JSON.stringify(SERVERLESS, undefined, 2) }, ['check', 'update-stack.json']);

  expect(code).toBe(1);
  expect(found(out)).toEqual([
    'error FifoQueueDestination at ImportLambdaEvConf, update-stack.json:124:13',
    'error SettingOutOfRange at ImportLambdaEvConf, update-stack.json:130:9',
  ]);
});

test('the resources of SAM are listed as not read', () => {
  const { code, out } = callOver({
    'template.yaml': 'Transform: AWS::Serverless-2016-10-31\nResources:\n  Orders:\n    Type: AWS::Serverless::Function\n    Properties: {EventInvokeConfig: {MaximumRetryAttempts: 1}}\n',
  }, ['check', 'template.yaml']);

  expect({ code, out }).toEqual({
    code: 0,
    out: '0 functions in 1 stack: nothing found\n\nnot everything could be read:\n  template.yaml: the template has a `Transform`\n' +
      '  template.yaml: resources of SAM\'s type `AWS::Serverless::Function` are not read: `Orders`\n',
  });
});

test('several templates are one app', () => {
  const queues = 'Resources:\n  Q: {Type: "AWS::SQS::Queue", Properties: {FifoQueue: true}}\nOutputs:\n  Q: {Value: !GetAtt Q.Arn, Export: {Name: q}}\n';
  const functions = 'Resources:\n  Config:\n    Type: AWS::Lambda::EventInvokeConfig\n    Properties:\n      FunctionName: f\n      Qualifier: $LATEST\n' +
    '      DestinationConfig: {OnFailure: {Destination: !ImportValue q}}\n';
  const { out } = callOver({ 'queues.yaml': queues, 'functions.yml': functions }, ['check', 'queues.yaml', 'functions.yml']);

  expect(out).toContain('error FifoQueueDestination at functions.yml/Config, functions.yml:7:39\n    `DestinationConfig.OnFailure.Destination` must be a standard queue, got: queues.yaml/Q.');
});

test('a template that cannot be read is refused with its place', () => {
  expect(callOver({ 'orders.yaml': 'Resources:\n  A:\n\tType: AWS::SQS::Queue\n' }, ['check', 'orders.yaml'])).toEqual({
    code: 2, out: '', problem: 'cdk-async-invoke: orders.yaml:3:1: the template cannot be read, because tabs are not allowed as indentation. Correct it.\n',
  });
});

test.each([['check'], ['explain'], ['simulate', '--function', 'A']])('a repeated key is told on standard error by %s', (command, ...args) => {
  const twice = 'Resources:\n  A: {Type: "AWS::SQS::Queue"}\n  A: {Type: "AWS::Lambda::Function"}\n  C:\n    Type: AWS::Lambda::EventInvokeConfig\n' +
    '    Properties: {FunctionName: !Ref A, Qualifier: $LATEST, MaximumRetryAttempts: 1}\n';
  const { code, problem } = callOver({ 'orders.yaml': twice }, [command, 'orders.yaml', ...args]);

  expect({ code, problem }).toEqual({
    code: 0, problem: 'cdk-async-invoke: orders.yaml:3:3: the key `A` is there twice; the last one counts, as for CloudFormation.\n',
  });
});

test('what `cdk synth` prints is read from the standard input', () => {
  const cdk = require.resolve('aws-cdk/bin/cdk');
  const printed = over(stack(scope => void withFifo(scope)), directory =>
    spawnSync(process.execPath, [cdk, 'synth', '--app', directory, 'S', '--no-notices'], { encoding: 'utf8', cwd: dirname(directory), env: { ...process.env, CI: '1' } }).stdout);
  const { code, out } = cli(['check', '-'], { input: printed });

  expect(code).toBe(1);
  expect(found(out)).toEqual([expect.stringMatching(/^error FifoQueueDestination at S\/FnConfig, standard input:\d+:11$/)]);
});

test('the template of a stack of an assembly is a template', () => {
  over(app => void withFifo(new Stack(app, 'S')), directory => {
    cpSync(join(directory, 'S.template.json'), join(folder, 'S.template.json'));
  });

  expect(found(cli(['check', 'S.template.json'], { cwd: folder }).out)).toEqual([expect.stringMatching(/^error FifoQueueDestination at S\/FnConfig, S\.template\.json:\d+:\d+$/)]);
});
