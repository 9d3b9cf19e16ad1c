import { App, Aws, Duration, Stack, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks, ServerlessChecks, type NagPack } from 'cdk-nag';
import {
  alibaba, AsyncAlias, AsyncDestination, AsyncFunction, AsyncInvokeAlarms, AsyncInvokeConfig, AsyncInvokeConfigLookup, AsyncInvokeDashboard,
  DeployTimeAsyncInvokeConfig, DeployTimeInvocation, FailedEventReplay, InvocationType, ReplaySource,
} from '../lib';

const FUNCTION: lambda.FunctionProps = {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async () => undefined;'),
};

afterEach(() => jest.restoreAllMocks());

test('nothing is found in what our constructs create', () => {
  expect(added()).toEqual([]);
});

test('what is acknowledged would be found, and it is all that would be', () => {
  expect(unacknowledged().filter(finding => !OF_REPLAY.test(finding)).map(finding => finding.replace(/(DeployTimeHandler|Permission)\w{8}/, '$1*'))).toEqual([
    'AwsSolutions-IAM5[Resource::*] at Ours/AlibabaByRole/Permission*/Resource',
    'AwsSolutions-IAM5[Resource::*] at Ours/DeployTimeHandler*/Role/DefaultPolicy/Resource',
    'AwsSolutions-IAM5[Resource::<Bucket83908E77.Arn>/*] at Ours/Function4/DestinationPolicy/Resource',
    'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::archive/*] at Ours/Function5/DestinationPolicy/Resource',
    'AwsSolutions-SQS3 at Ours/Aliased/FailureQueue/Resource',
    'AwsSolutions-SQS3 at Ours/Function/Alias/FailureQueue/Resource',
    'AwsSolutions-SQS3 at Ours/Smoke/Outcome/Queue/Resource',
    'Serverless-EventBusDLQ at Ours/Config7/FailureResponse/Resource',
    'Serverless-LambdaAsyncFailureDestination at Ours/DeployTimeHandler/Function/EventInvokeConfig/Resource',
    'Serverless-LambdaAsyncFailureDestination at Ours/DeployTimeHandler*/Function/EventInvokeConfig/Resource',
    'Serverless-LambdaDLQ at Ours/DeployTimeHandler/Function/Resource',
    'Serverless-LambdaDLQ at Ours/DeployTimeHandler*/Function/Resource',
    'Serverless-LambdaTracing at Ours/DeployTimeHandler/Function/Resource',
    'Serverless-SQSRedrivePolicy at Ours/Aliased/FailureQueue/Resource',
    'Serverless-SQSRedrivePolicy at Ours/Function/Alias/FailureQueue/Resource',
    'Serverless-SQSRedrivePolicy at Ours/Smoke/Outcome/Queue/Resource',
  ]);
});

test('of a replay, what is acknowledged is all that would be found', () => {
  expect([...new Set(unacknowledged().filter(finding => OF_REPLAY.test(finding)).map(shortened))]).toEqual([
    'AwsSolutions-IAM5[Resource::*] at Ours/Replay/Machine/Role/DefaultPolicy/Resource',
    'AwsSolutions-IAM5[Resource::*] at Ours/Replay/Planner/Role/DefaultPolicy/Resource',
    'AwsSolutions-IAM5[Resource::<Bucket.Arn>/aws/lambda/async/*] at Ours/Replay/Planner/Role/DefaultPolicy/Resource',
    'AwsSolutions-IAM5[Resource::<Bucket.Arn>/aws/lambda/async/*] at Ours/Replay/Sender/Role/DefaultPolicy/Resource',
    'AwsSolutions-IAM5[Resource::<ReplayStorageBucket.Arn>/*] at Ours/Replay/Planner/Role/DefaultPolicy/Resource',
    'AwsSolutions-IAM5[Resource::<ReplayStorageBucket.Arn>/*] at Ours/Replay/Sender/Role/DefaultPolicy/Resource',
    'AwsSolutions-IAM5[Resource::<ReplayStorageBucket.Arn>/plans/*] at Ours/Planner/DefaultPolicy/Resource',
    'AwsSolutions-IAM5[Resource::<ReplayStorageBucket.Arn>/plans/*] at Ours/Replay/Machine/Role/DefaultPolicy/Resource',
    'AwsSolutions-IAM5[Resource::<ReplayStorageBucket.Arn>/plans/*] at Ours/Replayer/DefaultPolicy/Resource',
    'AwsSolutions-IAM5[Resource::<ReplayStorageBucket.Arn>/results/*] at Ours/Replay/Machine/Role/DefaultPolicy/Resource',
    'AwsSolutions-IAM5[Resource::<ReplayStorageBucket.Arn>/runs/*] at Ours/Planner/DefaultPolicy/Resource',
    'AwsSolutions-IAM5[Resource::<ReplayStorageBucket.Arn>/runs/*] at Ours/Replayer/DefaultPolicy/Resource',
    'AwsSolutions-IAM5[Resource::<Replayed.Arn>:*] at Ours/Replay/Sender/Role/DefaultPolicy/Resource',
    'AwsSolutions-IAM5[Resource::arn:events::replay/OursReplayed-*] at Ours/Replay/Machine/Role/DefaultPolicy/Resource',
    'AwsSolutions-IAM5[Resource::arn:lambda::function:other:*] at Ours/Replay/Sender/Role/DefaultPolicy/Resource',
    'AwsSolutions-IAM5[Resource::arn:s3:::archive/aws/lambda/async/*] at Ours/Replay/Planner/Role/DefaultPolicy/Resource',
    'AwsSolutions-IAM5[Resource::arn:s3:::archive/aws/lambda/async/*] at Ours/Replay/Sender/Role/DefaultPolicy/Resource',
    'AwsSolutions-IAM5[Resource::arn:states::execution:<ReplayMachineStateMachine.Name>/*] at Ours/Planner/DefaultPolicy/Resource',
    'AwsSolutions-IAM5[Resource::arn:states::execution:<ReplayMachineStateMachine.Name>/*] at Ours/Replay/Machine/Children/Resource',
    'AwsSolutions-IAM5[Resource::arn:states::execution:<ReplayMachineStateMachine.Name>/*] at Ours/Replayer/DefaultPolicy/Resource',
    'AwsSolutions-IAM5[Resource::arn:states::execution:<ReplayMachineStateMachine.Name>:*] at Ours/Planner/DefaultPolicy/Resource',
    'AwsSolutions-IAM5[Resource::arn:states::execution:<ReplayMachineStateMachine.Name>:*] at Ours/Replay/Machine/Children/Resource',
    'AwsSolutions-IAM5[Resource::arn:states::execution:<ReplayMachineStateMachine.Name>:*] at Ours/Replayer/DefaultPolicy/Resource',
    'AwsSolutions-IAM5[Resource::arn:states::mapRun:<ReplayMachineStateMachine.Name>/*] at Ours/Replayer/DefaultPolicy/Resource',
    'AwsSolutions-S1 at Ours/Replay/Storage/Bucket/Resource',
    'AwsSolutions-SF1 at Ours/Replay/PlanOnly/StateMachine/Resource',
    'AwsSolutions-SF2 at Ours/Replay/Machine/StateMachine/Resource',
    'AwsSolutions-SF2 at Ours/Replay/PlanOnly/StateMachine/Resource',
    'AwsSolutions-SQS3 at Ours/Replay/BusReplayed/Resource',
    'Serverless-EventBusDLQ at Ours/Replay/BusRule',
    'Serverless-LambdaDLQ at Ours/Replay/Planner/Function/Resource',
    'Serverless-LambdaDLQ at Ours/Replay/Sender/Function/Resource',
    'Serverless-LambdaTracing at Ours/Replay/Planner/Function/Resource',
    'Serverless-LambdaTracing at Ours/Replay/Sender/Function/Resource',
    'Serverless-SQSRedrivePolicy at Ours/Replay/BusReplayed/Resource',
    'Serverless-StepFunctionStateMachineXray at Ours/Replay/Machine/StateMachine/Resource',
    'Serverless-StepFunctionStateMachineXray at Ours/Replay/PlanOnly/StateMachine/Resource',
  ]);
});

test('a declined destination is for whoever declines it to acknowledge', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const fn = new lambda.Function(stack, 'Function', FUNCTION);
  new AsyncInvokeConfig(stack, 'Config', { function: fn, onFailure: AsyncDestination.none() });

  expect(findings(app, stack)).toContain('Serverless-LambdaAsyncFailureDestination at Stack/Config/Resource');
});

test('what a user chooses for the handler is for the user to acknowledge', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  new DeployTimeInvocation(stack, 'Call', { function: new lambda.Function(stack, 'Function', FUNCTION), provider: { runtime: lambda.Runtime.NODEJS_22_X } });

  expect(findings(app, stack)).toEqual(expect.arrayContaining([
    expect.stringMatching(/^AwsSolutions-L1 at Stack\/DeployTimeHandler\w{8}\/Function\/Resource$/),
  ]));
});

const OF_REPLAY = / at Ours\/(Replay|Replayer|Planner)\//;

/** What would be found without acknowledgements. */
function unacknowledged(): string[] {
  const all = added(() => jest.replaceProperty(Validations as { ACKNOWLEDGED_RULES_METADATA_KEY: string }, 'ACKNOWLEDGED_RULES_METADATA_KEY', 'none'));
  // Whether the newest runtime that a Region is known to have is the newest of all depends on aws-cdk-lib.
  const outdated = /^(AwsSolutions-L1|Serverless-LambdaLatestVersion) at Ours\/(DeployTimeHandler\w*|Replay\/\w+)\/Function\/Resource$/;
  return all.filter(finding => !outdated.test(finding));
}

/** A finding without the place of the stack and the hashes of its names. */
function shortened(finding: string): string {
  return finding
    .replace(':<AWS::Region>:<AWS::AccountId>:', '::')
    .replace('<AWS::Partition>:', '')
    .replace(/(\w)[0-9A-F]{8}\b/g, '$1');
}

/** What is found in an app with our constructs, and not in the same app without them. */
function added(before: () => void = () => {}): string[] {
  const app = new App();
  const [ours, theirs] = [new Ours(app, 'Ours'), new Theirs(app, 'Theirs')];
  before();
  const known = findings(app, theirs).map(finding => finding.replace(' Theirs/', ' Ours/'));
  return findings(app, ours).filter(finding => !known.includes(finding)).sort();
}

/** The packs are asked directly: as plugins they look at the whole app, not at one stack. */
function findings(app: App, stack: Stack): string[] {
  const packs: NagPack[] = [new AwsSolutionsChecks(app), new ServerlessChecks(app)];
  return packs.flatMap(pack => pack.validateScope(stack).violations)
    .flatMap(({ ruleName, violatingResources }) => violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`));
}

/** What users of our constructs have, made by aws-cdk-lib alone. */
class Theirs extends Stack {
  protected readonly next = new lambda.Function(this, 'Next', FUNCTION);
  protected readonly key = new kms.Key(this, 'Key', { enableKeyRotation: true });
  protected readonly queue = new sqs.Queue(this, 'Queue', { encryptionMasterKey: this.key, enforceSSL: true });
  protected readonly topic = new sns.Topic(this, 'Topic', { masterKey: this.key, enforceSSL: true });
  protected readonly bus = new events.EventBus(this, 'Bus');
  protected readonly bucket = new s3.Bucket(this, 'Bucket', { encryptionKey: this.key, enforceSSL: true });
  protected readonly archive = s3.Bucket.fromBucketName(this, 'Archive', 'archive');

  constructor(app: App, id: string) {
    super(app, id);
    this.asyncFunction();
    this.replay(new lambda.Function(this, 'Replayed', FUNCTION));
    this.deployTime(new lambda.Function(this, 'Deployed', FUNCTION), new ec2.Vpc(this, 'Vpc', { flowLogs: { All: {} } }));
    for (const name of ['Aliased', ...this.destinations().keys()]) {
      this.configured(new lambda.Function(this, `Function${name}`, FUNCTION), name);
    }
  }

  protected destinations(): lambda.IDestination[] {
    return [
      AsyncDestination.queue(this.queue),
      AsyncDestination.topic(this.topic),
      AsyncDestination.bus(),
      AsyncDestination.bus(this.bus),
      AsyncDestination.bucket(this.bucket, { expectedBucketOwner: Aws.ACCOUNT_ID }),
      AsyncDestination.bucket(this.archive),
      AsyncDestination.function(this.next),
      AsyncDestination.function(this.next, { responseOnly: true }),
    ];
  }

  protected asyncFunction(): void {
    new lambda.Function(this, 'Function', FUNCTION);
  }

  protected deployTime(_fn: lambda.Function, _vpc: ec2.IVpc): void {}

  protected configured(_fn: lambda.Function, _name: string | number): void {}

  protected replay(_fn: lambda.Function): void {}
}

class Ours extends Theirs {
  protected asyncFunction(): void {
    const fn = new AsyncFunction(this, 'Function', FUNCTION);
    const alarms = new AsyncInvokeAlarms(this, 'Alarms', { function: fn, composite: {}, eventsDropped: { enabled: true } });
    new AsyncInvokeDashboard(this, 'Dashboard', { alarms: [alarms] });
  }

  protected deployTime(fn: lambda.Function, vpc: ec2.IVpc): void {
    new DeployTimeInvocation(this, 'Migrate', { function: fn, provider: { vpc, tracing: lambda.Tracing.ACTIVE } });
    new DeployTimeInvocation(this, 'Smoke', { function: fn, invocationType: InvocationType.EVENT, awaitOutcome: true });
    new DeployTimeAsyncInvokeConfig(this, 'ConfigByApi', { function: fn, retryAttempts: 0 });
    new AsyncInvokeConfigLookup(this, 'Lookup', { function: fn });
    const place = { account: '1234567890123456', region: 'cn-hangzhou', functionName: 'orders' };
    const secret = secretsmanager.Secret.fromSecretNameV2(this, 'AlibabaKey', 'alibaba');
    new alibaba.DeployTimeAsyncInvokeConfig(this, 'AlibabaByKey', { ...place, credentials: alibaba.Credentials.fromSecret(secret) });
    const role = { role: 'acs:ram::1234567890123456:role/deployer', oidcProvider: 'acs:ram::1234567890123456:oidc-provider/aws' };
    new alibaba.DeployTimeAsyncInvokeConfig(this, 'AlibabaByRole', { ...place, qualifier: 'live', credentials: alibaba.Credentials.fromRole(role) });
  }

  protected replay(fn: lambda.Function): void {
    const replayer = new iam.Role(this, 'Replayer', { assumedBy: new iam.AccountRootPrincipal() });
    const planner = new iam.Role(this, 'Planner', { assumedBy: new iam.AccountRootPrincipal() });
    const archiveArn = this.formatArn({ service: 'events', resource: 'archive', resourceName: 'records' });
    new FailedEventReplay(this, 'Replay', {
      from: [
        ReplaySource.queue(this.queue),
        ReplaySource.bucket(this.bucket),
        ReplaySource.bucket(this.archive),
        ReplaySource.archive(archiveArn, this.bus),
      ],
      targets: [fn, lambda.Function.fromFunctionName(this, 'Other', 'other')],
      replayers: [replayer],
      planners: [planner],
      encryptionKey: this.key,
    });
  }

  protected configured(fn: lambda.Function, name: string | number): void {
    if (typeof name === 'string') {
      new AsyncAlias(this, name, { function: fn });
    } else {
      new AsyncInvokeConfig(this, `Config${name}`, { function: fn, maxEventAge: Duration.hours(1), onFailure: this.destinations()[name] });
    }
  }
}
