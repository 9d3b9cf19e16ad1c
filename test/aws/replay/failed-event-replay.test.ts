import { Duration } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as events from 'aws-cdk-lib/aws-events';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { allowed, environment, replay } from './replays';
import { AsyncFunction } from '../../../lib';
import { ReplaySource } from '../../../lib/aws/replay/replay-source';
import { REPLAY_PERMISSIONS } from '../../../lib/contract/replay';
import { checked } from '../../checks/checked-apps';
import { agnosticStack, CODE, errorOf, fn, resources } from '../fixture';

const QUEUE = { 'Fn::GetAtt': ['Failed178E83A2', 'Arn'] };
const LEDGER = { 'Fn::GetAtt': [expect.stringMatching(/^ReplayStorageLedger/), 'Arn'] };
const WORK = { 'Fn::GetAtt': [expect.stringMatching(/^ReplayStorageBucket/), 'Arn'] };

function stackWithReplay(props: object = {}) {
  const stack = agnosticStack();
  const queue = new sqs.Queue(stack, 'Failed');
  const made = replay(stack, { from: [ReplaySource.queue(queue)], targets: [fn(stack)], ...props });
  return { stack, queue, replay: made };
}

describe('a replay', () => {
  const { stack, replay: made } = stackWithReplay();

  test('has two workers, a state machine, a ledger, a bucket and two alarms', () => {
    const types = Object.values(Template.fromStack(stack).toJSON().Resources as Record<string, { Type: string }>).map(({ Type }) => Type);
    const counted = Object.fromEntries([...new Set(types)].map(type => [type, types.filter(other => other === type).length]));

    expect(counted).toEqual({
      'AWS::CloudWatch::Alarm': 2,
      'AWS::DynamoDB::Table': 1,
      'AWS::IAM::Policy': 4,
      // With that of the function.
      'AWS::IAM::Role': 4,
      'AWS::Lambda::Function': 3,
      'AWS::Logs::LogGroup': 2,
      'AWS::S3::Bucket': 1,
      'AWS::S3::BucketPolicy': 1,
      'AWS::SQS::Queue': 1,
      'AWS::StepFunctions::StateMachine': 1,
    });
  });

  test('plans with a role that neither invokes functions nor deletes messages', () => {
    expect(allowed(stack, 'Planner')).toEqual([
      { Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Effect: 'Allow', Resource: { 'Fn::GetAtt': [expect.stringMatching(/^ReplayLog/), 'Arn'] } },
      { Action: REPLAY_PERMISSIONS.ledger, Effect: 'Allow', Resource: [LEDGER] },
      { Action: REPLAY_PERMISSIONS.work, Effect: 'Allow', Resource: { 'Fn::Join': ['', [WORK, '/*']] } },
      { Action: 's3:ListBucket', Effect: 'Allow', Resource: WORK },
      { Action: ['sqs:ReceiveMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'], Effect: 'Allow', Resource: QUEUE },
      { Action: 'cloudwatch:GetMetricData', Effect: 'Allow', Resource: '*' },
    ]);
  });

  test('sends with a role that invokes its targets only', () => {
    const target = { 'Fn::GetAtt': [expect.stringMatching(/^Fn/), 'Arn'] };

    expect(allowed(stack, 'Sender').slice(4)).toEqual([
      { Action: REPLAY_PERMISSIONS.queue, Effect: 'Allow', Resource: QUEUE },
      { Action: 'lambda:InvokeFunction', Effect: 'Allow', Resource: [target, { 'Fn::Join': ['', [target, ':*']] }] },
    ]);
  });

  test('tells its workers where everything is', () => {
    expect(environment(stack, 'Sender')).toEqual({
      REPLAY_TABLE: expect.stringMatching(/^<ReplayStorageLedger/),
      REPLAY_BUCKET: expect.stringMatching(/^<ReplayStorageBucket/),
      REPLAY_SOURCES: [{ name: 'Failed', kind: 'queue', url: '<Failed178E83A2>' }],
      REPLAY_TARGETS: [{ functionArn: expect.stringMatching(/^<Fn\w+\.Arn>$/) }],
      REPLAY_LEDGER_DAYS: '90',
      REPLAY_KEEP_OBJECTS: 'false',
      REPLAY_NAME: 'Stack/Replay',
    });
    expect(environment(stack, 'Planner')).toEqual(environment(stack, 'Sender'));
  });

  test('keeps its ledger encrypted, recoverable and bounded in time, also without the stack', () => {
    expect(Object.values(resources(stack, 'AWS::DynamoDB::Table'))).toEqual([{
      Type: 'AWS::DynamoDB::Table',
      Properties: {
        AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
        BillingMode: 'PAY_PER_REQUEST',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true },
        TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
      },
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    }]);
  });

  test('keeps plans and reports private, encrypted and for 90 days', () => {
    expect(Object.values(resources(stack, 'AWS::S3::Bucket'))).toEqual([{
      Type: 'AWS::S3::Bucket',
      Properties: {
        BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
        LifecycleConfiguration: { Rules: [{ ExpirationInDays: 90, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }, Status: 'Enabled' }] },
        PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true },
      },
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    }]);
    expect(Object.values(resources(stack, 'AWS::S3::BucketPolicy')).map(({ Properties }) => Properties.PolicyDocument.Statement)).toEqual([[{
      Action: 's3:*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Resource: [WORK, { 'Fn::Join': ['', [WORK, '/*']] }],
    }]]);
  });

  test('alarms about runs that stopped and events in doubt', () => {
    const common = {
      Namespace: 'CdkAsyncInvoke/Replay',
      Dimensions: [{ Name: 'Replay', Value: 'Stack/Replay' }],
      Statistic: 'Sum',
      Period: 300,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      TreatMissingData: 'notBreaching',
    };

    expect(Object.values(resources(stack, 'AWS::CloudWatch::Alarm')).map(({ Properties: { AlarmDescription: _, ...properties } }) => properties))
      .toEqual([{ ...common, MetricName: 'Stopped' }, { ...common, MetricName: 'InDoubt' }]);
    expect([made.stoppedAlarm, made.inDoubtAlarm].map(alarm => alarm.node.id)).toEqual(['StoppedAlarm', 'InDoubtAlarm']);
  });

  test('has a metric for each fate of an event', () => {
    const metrics = [
      made.metricSent(), made.metricRefused(), made.metricInDoubt(), made.metricThrottled(),
      made.metricFailedAgain(), made.metricSucceeded(), made.metricStopped(),
    ];

    expect(metrics.map(({ metricName }) => metricName)).toEqual(['Sent', 'Refused', 'InDoubt', 'Throttled', 'FailedAgain', 'Succeeded', 'Stopped']);
    expect(new Set(metrics.map(({ namespace, statistic, dimensions }) => JSON.stringify({ namespace, statistic, dimensions })))).toEqual(new Set([
      JSON.stringify({ namespace: 'CdkAsyncInvoke/Replay', statistic: 'Sum', dimensions: { Replay: 'Stack/Replay' } }),
    ]));
    expect(made.metricSent({ statistic: 'max', period: Duration.hours(1) })).toMatchObject({ statistic: 'Maximum', period: Duration.hours(1) });
  });

  test('has a row for a dashboard', () => {
    const dashboard = new cloudwatch.Dashboard(agnosticStack(), 'Dashboard');
    dashboard.addWidgets(made.dashboardRow());
    const [{ Properties }] = Object.values(resources(dashboard, 'AWS::CloudWatch::Dashboard'));
    const body = JSON.parse(Properties.DashboardBody['Fn::Join'][1].join(''));
    const widgets = body.widgets as { properties: { title: string; metrics: string[][] } }[];

    expect(widgets.map(({ properties: { title, metrics } }) => [title, metrics.map(([, name]) => name)])).toEqual([
      ['Replay: sent again', ['Sent', 'Refused', 'Throttled']],
      ['Replay: what became of it', ['Succeeded', 'FailedAgain', 'InDoubt']],
    ]);
  });
});

test('every setting is passed on', () => {
  const other = agnosticStack();
  const { stack } = stackWithReplay({
    runtime: lambda.Runtime.NODEJS_22_X,
    memorySize: 1024,
    logRetention: logs.RetentionDays.ONE_WEEK,
    ledgerRetention: Duration.days(30),
    reportRetention: Duration.days(7),
    keepObjects: true,
    alarmActions: [new actions.SnsAction(sns.Topic.fromTopicArn(other, 'Topic', 'arn:aws:sns:eu-west-1:111111111111:pager'))],
  });
  const workers = Object.entries(resources(stack, 'AWS::Lambda::Function')).filter(([id]) => id.startsWith('Replay')).map(([, { Properties }]) => Properties);

  expect(workers.map(({ Runtime, MemorySize, Timeout }) => ({ Runtime, MemorySize, Timeout })))
    .toEqual([1, 2].map(() => ({ Runtime: 'nodejs22.x', MemorySize: 1024, Timeout: 900 })));
  expect(environment(stack, 'Sender')).toMatchObject({ REPLAY_LEDGER_DAYS: '30', REPLAY_KEEP_OBJECTS: 'true' });
  expect(Object.values(resources(stack, 'AWS::Logs::LogGroup')).map(({ Properties }) => Properties.RetentionInDays)).toEqual([7, 7]);
  expect(Object.values(resources(stack, 'AWS::S3::Bucket'))[0].Properties.LifecycleConfiguration.Rules[0].ExpirationInDays).toBe(7);
  expect(Object.values(resources(stack, 'AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties.AlarmActions))
    .toEqual([1, 2].map(() => ['arn:aws:sns:eu-west-1:111111111111:pager']));
});

test('a customer managed key encrypts what the replay remembers, and every role may use it', () => {
  const stack = agnosticStack();
  const key = new kms.Key(stack, 'Key');
  replay(stack, { from: [ReplaySource.queue(new sqs.Queue(stack, 'Failed'))], targets: [fn(stack)], encryptionKey: key });
  const keyArn = stack.resolve(key.keyArn);
  const uses = (part: string) => allowed(stack, part).filter(statement => JSON.stringify(statement).includes('kms:')).map(({ Resource }: any) => Resource as unknown);

  expect(Object.values(resources(stack, 'AWS::DynamoDB::Table'))[0].Properties.SSESpecification).toEqual({ KMSMasterKeyId: keyArn, SSEEnabled: true, SSEType: 'KMS' });
  expect(Object.values(resources(stack, 'AWS::S3::Bucket'))[0].Properties.BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault)
    .toEqual({ KMSMasterKeyID: keyArn, SSEAlgorithm: 'aws:kms' });
  expect(['Planner', 'Sender', 'MachineRole'].map(uses)).toEqual([[keyArn], [keyArn], [keyArn]]);
});

test('the log of executions has no data of executions', () => {
  const { stack } = stackWithReplay();

  expect(Object.values(resources(stack, 'AWS::StepFunctions::StateMachine'))[0].Properties.LoggingConfiguration).toMatchObject({ IncludeExecutionData: false, Level: 'ALL' });
});

test('the machine may call its workers, start its children and write its results, and nothing else', () => {
  const { stack } = stackWithReplay();
  const execution = (names: string) => ({
    'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':states:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':execution:', { 'Fn::GetAtt': [expect.stringMatching(/^ReplayMachineStateMachine/), 'Name'] }, names]],
  });

  expect(allowed(stack, 'Machine').map(({ Effect: _, ...statement }: any) => statement)).toEqual([
    { Action: 'lambda:InvokeFunction', Resource: ['Planner', 'Sender'].map(part => ({ 'Fn::GetAtt': [expect.stringMatching(`^Replay${part}Function`), 'Arn'] })) },
    { Action: 's3:GetObject', Resource: ['/plans/*', '/results/*'].map(keys => ({ 'Fn::Join': ['', [WORK, keys]] })) },
    { Action: ['s3:PutObject', 's3:ListMultipartUploadParts', 's3:AbortMultipartUpload'], Resource: { 'Fn::Join': ['', [WORK, '/results/*']] } },
    { Action: expect.arrayContaining(['logs:CreateLogDelivery']), Resource: '*' },
    { Action: 'states:StartExecution', Resource: { Ref: expect.stringMatching(/^ReplayMachineStateMachine/) } },
    { Action: ['states:DescribeExecution', 'states:StopExecution'], Resource: [execution(':*'), execution('/*')] },
  ]);
});

test('our own checks find nothing in it', () => {
  expect(checked(stack => {
    const made = new AsyncFunction(stack, 'Orders', CODE);
    const bus = new events.EventBus(stack, 'Bus');
    const archive = new events.Archive(stack, 'Archive', { sourceEventBus: bus, eventPattern: { source: ['lambda'] } });
    made.addReplay({
      from: [ReplaySource.queue(made.failureQueue!), ReplaySource.bucket(new s3.Bucket(stack, 'Records')), ReplaySource.archive(archive.archiveArn, bus)],
    });
  })).toEqual([]);
});

describe('a replay is refused', () => {
  test('without a source', () => {
    expect(errorOf(() => replay(agnosticStack(), { from: [] }))).toBe(
      '`from` must have at least one source, got: an empty list. A replay without a source finds nothing to send. ' +
      'Give the place of your failed events, e.g. `ReplaySource.queue(fn.failureQueue)`. [Stack/Replay]',
    );
  });

  test('at synth, without a function that it may invoke', () => {
    const stack = agnosticStack();
    replay(stack, { from: [ReplaySource.queue(new sqs.Queue(stack, 'Failed'))] });

    expect(errorOf(() => Template.fromStack(stack))).toContain(
      '[Stack/Replay] `targets` must have at least one function if no function of the app sends its failed events straight to a source, got: none.',
    );
  });
});
