import { App, Aws, Duration, Stack, Validations } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as events from 'aws-cdk-lib/aws-events';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks, ServerlessChecks, type NagPack } from 'cdk-nag';
import {
  alibaba, AsyncAlias, AsyncDestination, AsyncFunction, AsyncInvokeAlarms, AsyncInvokeConfig, AsyncInvokeConfigLookup, AsyncInvokeDashboard,
  DeployTimeAsyncInvokeConfig, DeployTimeInvocation, InvocationType,
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
  const all = added(() => jest.replaceProperty(Validations as { ACKNOWLEDGED_RULES_METADATA_KEY: string }, 'ACKNOWLEDGED_RULES_METADATA_KEY', 'none'));
  // Whether the newest runtime that a Region is known to have is the newest of all depends on aws-cdk-lib.
  const outdated = /^(AwsSolutions-L1|Serverless-LambdaLatestVersion) at Ours\/DeployTimeHandler\w*\/Function\/Resource$/;

  expect(all.filter(finding => !outdated.test(finding)).map(finding => finding.replace(/(DeployTimeHandler|Permission)\w{8}/, '$1*'))).toEqual([
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

  protected configured(fn: lambda.Function, name: string | number): void {
    if (typeof name === 'string') {
      new AsyncAlias(this, name, { function: fn });
    } else {
      new AsyncInvokeConfig(this, `Config${name}`, { function: fn, maxEventAge: Duration.hours(1), onFailure: this.destinations()[name] });
    }
  }
}
