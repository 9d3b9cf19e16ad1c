/**
 * The app that `.ci/languages` writes in every language: each construct, a destination of its own, and what is refused.
 *
 * It writes the messages of refusals beside the templates.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Aws, CfnOutput, Duration, Stack, Token, Validations, type Acknowledgment } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import {
  alibaba, AsyncAlias, AsyncDestination, AsyncFunction, AsyncInvokeChecks, AsyncInvokeConfig, AsyncInvokeConfigLookup,
  ConfigOnDelete, DeployTimeAsyncInvokeConfig, DeployTimeEvent, DeployTimeInvocation, InvocationType,
} from 'cdk-async-invoke';

/** A destination of the app itself: it grants with the role of the function, as destinations of aws-cdk-lib do. */
class Ledger implements lambda.IDestination {
  constructor(private readonly queue: sqs.IQueue) {}

  bind(_scope: Construct, fn: lambda.IFunction): lambda.DestinationConfig {
    this.queue.grantSendMessages(fn);
    return { destination: this.queue.queueArn };
  }
}

function declareFunction(scope: Construct, id: string, role?: iam.IRole): lambda.Function {
  return new lambda.Function(scope, id, {
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async event => event;'),
    role,
  });
}

function declareConfigs(app: App): void {
  const stack = new Stack(app, 'Configs');
  const bus = new events.EventBus(stack, 'Bus');
  const topic = new sns.Topic(stack, 'Topic');
  const bucket = new s3.Bucket(stack, 'Bucket');
  const audit = declareFunction(stack, 'Audit');
  const ledger = new Ledger(new sqs.Queue(stack, 'LedgerQueue'));

  new AsyncFunction(stack, 'TakeOrder', {
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async event => event;'),
    aliasName: 'sold',
    maxEventAge: Duration.hours(1),
    retryAttempts: 1,
    onSuccess: AsyncDestination.bus(bus),
  });
  const alias = new AsyncAlias(stack, 'Live', {
    function: declareFunction(stack, 'Bill'),
    configureLatest: false,
    onFailure: AsyncDestination.topic(topic),
    onSuccess: AsyncDestination.function(audit, { responseOnly: true }),
  });
  new AsyncInvokeConfig(stack, 'Version', {
    function: declareFunction(stack, 'Ship').currentVersion,
    retryAttempts: 0,
    onFailure: AsyncDestination.bucket(bucket, { expectedBucketOwner: Aws.ACCOUNT_ID }),
    onSuccess: AsyncDestination.none(),
  });
  new AsyncInvokeConfig(stack, 'Ledger', { function: declareFunction(stack, 'Pay'), onFailure: ledger });
  const theirRole = iam.Role.fromRoleArn(stack, 'TheirRole', 'arn:aws:iam::123456789012:role/theirs', { mutable: false });
  new AsyncInvokeConfig(stack, 'LedgerAsIs', { function: declareFunction(stack, 'Refund', theirRole), onFailure: ledger, skipPermissions: true });
  new AsyncInvokeConfig(stack, 'AuditConfig', { function: audit, onFailure: AsyncDestination.queue(new sqs.Queue(stack, 'Failed')) });
  new CfnOutput(stack, 'Alias', { value: alias.functionArn });

  const accepted: Acknowledgment = { id: 'cdk-async-invoke:CallerWithoutDeadLetterQueue', reason: 'a test' };
  Validations.of(stack).acknowledge(accepted);
}

function declareDeployTime(app: App): void {
  const stack = new Stack(app, 'DeployTime');
  const queue = new sqs.Queue(stack, 'Queue');
  const migrate = declareFunction(stack, 'Migrate');
  const theirs = lambda.Function.fromFunctionArn(stack, 'Theirs', 'arn:aws:lambda:eu-west-1:123456789012:function:theirs:live');

  const migration = new DeployTimeInvocation(stack, 'Migration', {
    function: migrate,
    payload: { 'url': queue.queueUrl, 'schema': 7, 'ratio': 0.5, 'dry-run': false, 'steps': ['a', null, 2, { table: 'orders' }] },
    payloadOnDelete: { drop: true },
    invokeOn: [DeployTimeEvent.CREATE, DeployTimeEvent.UPDATE, DeployTimeEvent.DELETE],
    lifecycleKey: 'deployment',
    triggers: { schema: '7', region: 'all', force: 'no' },
    provider: { memorySize: 512, logRetention: logs.RetentionDays.ONE_WEEK },
  });
  migration.executeBefore(new AsyncAlias(stack, 'Live', { function: declareFunction(stack, 'Service') }));
  new CfnOutput(stack, 'Tables', { value: migration.getResponse('tables.0.name') });
  new DeployTimeInvocation(stack, 'Smoke', {
    function: declareFunction(stack, 'Work'),
    invocationType: InvocationType.EVENT,
    payload: ['smoke'],
    awaitOutcome: true,
  });

  const config = new DeployTimeAsyncInvokeConfig(stack, 'TheirConfig', {
    function: theirs,
    assumedRole: iam.Role.fromRoleArn(stack, 'Deployer', 'arn:aws:iam::123456789012:role/deployer'),
    externalId: 'orders',
    retryAttempts: 0,
    merge: true,
    onDelete: ConfigOnDelete.RETAIN,
  });
  const lookup = new AsyncInvokeConfigLookup(stack, 'Lookup', { function: migrate });
  lookup.node.addDependency(config);
  new CfnOutput(stack, 'Retries', { value: Token.asString(lookup.retryAttempts) });
  new CfnOutput(stack, 'OnFailure', { value: config.onFailure });
}

function declareFunctionCompute(app: App): void {
  const account = '1234567890123456';
  const stack = new alibaba.RosStack(app, 'FunctionCompute', { region: 'cn-hangzhou', account });
  const role = new alibaba.RosResource(stack, 'Role', {
    type: 'ALIYUN::RAM::Role',
    properties: { RoleName: 'take-order', AssumeRolePolicyDocument: alibaba.DeliveryRole.trustPolicyDocument() },
  });
  const orders = new alibaba.RosResource(stack, 'TakeOrder', {
    type: 'ALIYUN::FC3::Function',
    properties: { FunctionName: 'take-order', Runtime: 'nodejs20', Handler: 'index.handler', Role: role.getAtt('Arn') },
  });
  const failed = alibaba.Destination.queue('failed-orders');
  const config = new alibaba.AsyncInvokeConfig(stack, 'Config', {
    functionName: orders.getAtt('FunctionName'),
    maxEventAge: Duration.days(2),
    asyncTask: true,
    onFailure: failed,
  });
  role.setProperty('Policies', [{ PolicyName: 'deliver', PolicyDocument: config.deliveryPolicyDocument }]);

  new alibaba.DeployTimeAsyncInvokeConfig(new Stack(app, 'LiveOnFunctionCompute'), 'Config', {
    region: 'cn-hangzhou',
    account,
    functionName: 'take-order',
    qualifier: 'live',
    credentials: alibaba.Credentials.fromRole({
      role: `acs:ram::${account}:role/deployer`,
      oidcProvider: `acs:ram::${account}:oidc-provider/aws`,
    }),
    retryAttempts: 8,
    onFailure: failed,
  });
}

/** The messages of constructs that are refused, in an app that is not synthesized. */
function refusals(): Record<string, string> {
  const refused = new App({ autoSynth: false });
  const stack = new Stack(refused, 'Refused');
  const role = iam.Role.fromRoleArn(stack, 'TheirRole', 'arn:aws:iam::123456789012:role/theirs', { mutable: false });
  const ledger = new Ledger(new sqs.Queue(stack, 'Queue'));
  return {
    retries: refusal(() => new AsyncInvokeConfig(stack, 'Retries', { function: declareFunction(stack, 'A'), retryAttempts: 3 })),
    fifo: refusal(() => new AsyncInvokeConfig(stack, 'Fifo', {
      function: declareFunction(stack, 'B'),
      onFailure: AsyncDestination.queue(new sqs.Queue(stack, 'FifoQueue', { fifo: true })),
    })),
    immutable: refusal(() => new AsyncInvokeConfig(stack, 'Immutable', { function: declareFunction(stack, 'C', role), onFailure: ledger })),
    functionCompute: refusal(() => new alibaba.AsyncInvokeConfig(new alibaba.RosStack(refused), 'FunctionCompute', {
      functionName: 'take-order',
      retryAttempts: 9,
    })),
  };
}

function refusal(declare: () => unknown): string {
  try {
    declare();
  } catch (error) {
    return (error as Error).message;
  }
  return 'not refused';
}

const app = new App();
Validations.of(app).addPlugins(new AsyncInvokeChecks());
declareConfigs(app);
declareDeployTime(app);
declareFunctionCompute(app);
app.synth();
writeFileSync(join(app.outdir, 'refusals.json'), JSON.stringify(refusals(), null, 1));
