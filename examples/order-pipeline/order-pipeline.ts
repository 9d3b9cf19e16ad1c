import { join } from 'node:path';
import { Aws, CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as notifications from 'aws-cdk-lib/aws-s3-notifications';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { AsyncAlias, AsyncDestination, AsyncFunction, AsyncInvokeConfig, AsyncInvokeConfigLookup, DeployTimeInvocation } from 'cdk-async-invoke';

const CODE = lambda.Code.fromAsset(join(__dirname, 'handlers'));

/** The proven version of the fulfilment. The current version gets a tenth of the orders. */
const PROVEN_VERSION = '7';

/**
 * A shop: orders arrive as files in a bucket and as events on a bus, the shop fulfils them and notifies the customers.
 *
 * Every step is invoked asynchronously, and no step loses an order.
 */
export class OrderPipeline extends Stack {
  private readonly bus = new events.EventBus(this, 'OrderBus');
  private readonly key = new kms.Key(this, 'FailureKey', { enableKeyRotation: true });

  /** Keeps the events that Lambda does not accept. */
  private readonly undelivered = new sqs.Queue(this, 'UndeliveredOrders', { encryption: sqs.QueueEncryption.SQS_MANAGED, enforceSSL: true });

  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    this.importUploads();
    this.fulfil(this.notifyCustomers());
    this.archive();
  }

  /** Stores the record of an unreadable file in a bucket, where records have no size limit. */
  private importUploads(): void {
    const unreadable = new s3.Bucket(this, 'UnreadableUploads', {
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: this.key,
      enforceSSL: true,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    });
    const importer = new AsyncFunction(this, 'ImportOrders', {
      ...this.node24('import-orders.handler'),
      retryAttempts: 1,
      maxEventAge: Duration.hours(1),
      onSuccess: AsyncDestination.bus(this.bus),
      onFailure: AsyncDestination.bucket(unreadable, { expectedBucketOwner: Aws.ACCOUNT_ID }),
    });
    const uploads = new s3.Bucket(this, 'Uploads', { enforceSSL: true, blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL });
    uploads.addEventNotification(s3.EventType.OBJECT_CREATED, new notifications.LambdaDestination(importer.alias));
  }

  /** Lets two versions fulfil the orders, and keeps failed orders in an encrypted queue. */
  private fulfil(next: lambda.IFunction): void {
    const fulfilment = new lambda.Function(this, 'FulfilOrder', this.node24('fulfil-order.handler'));
    const failed = new sqs.Queue(this, 'UnfulfilledOrders', {
      encryptionMasterKey: this.key,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    const live = new AsyncAlias(this, 'FulfilOrderLive', {
      function: fulfilment,
      version: lambda.Version.fromVersionAttributes(this, 'ProvenFulfilment', { lambda: fulfilment, version: PROVEN_VERSION }),
      additionalVersions: [{ version: fulfilment.currentVersion, weight: 0.1 }],
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
      onSuccess: AsyncDestination.function(next),
      onFailure: AsyncDestination.queue(failed),
    });
    new events.Rule(this, 'OrderPlaced', {
      eventBus: this.bus,
      eventPattern: { source: ['shop.orders'], detailType: ['OrderPlaced'] },
      targets: [new targets.LambdaFunction(live, { deadLetterQueue: this.undelivered })],
    });
    this.tryOut(fulfilment, live);
  }

  /** Sends the current version a trial order during the deployment, before it gets its share of the real orders. */
  private tryOut(fulfilment: lambda.Function, live: AsyncAlias): void {
    const trial = new DeployTimeInvocation(this, 'TrialOrder', {
      function: fulfilment,
      payload: { detail: { orderId: 'trial', items: ['tea'] } },
    });
    trial.executeBefore(live);
    const inForce = new AsyncInvokeConfigLookup(this, 'LiveConfig', { function: live });
    inForce.node.addDependency(live);
    new CfnOutput(this, 'TriedVersion', { value: trial.executedVersion });
    new CfnOutput(this, 'OrdersExpireAfter', { value: `${inForce.maxEventAge.toSeconds()}` });
  }

  /** Notifies customers once: a late message is worthless, so it gets no retry and no failure destination. */
  private notifyCustomers(): lambda.IFunction {
    const notifier = new lambda.Function(this, 'NotifyCustomer', this.node24('notify-customer.handler'));
    new AsyncInvokeConfig(this, 'NotifyOnce', {
      function: notifier,
      retryAttempts: 0,
      maxEventAge: Duration.minutes(10),
      onFailure: AsyncDestination.none(),
    });
    return notifier;
  }

  /** Archives imported orders, in plain aws-cdk-lib. */
  private archive(): void {
    const failed = new sqs.Queue(this, 'UnarchivedOrders', { encryption: sqs.QueueEncryption.SQS_MANAGED, enforceSSL: true });
    const archiver = new lambda.Function(this, 'ArchiveOrder', {
      ...this.node24('archive-order.handler'),
      onFailure: new destinations.SqsDestination(failed),
    });
    new events.Rule(this, 'OrderImported', {
      eventBus: this.bus,
      eventPattern: { source: ['lambda'], detailType: ['Lambda Function Invocation Result - Success'] },
      targets: [new targets.LambdaFunction(archiver, { deadLetterQueue: this.undelivered })],
    });
  }

  private node24(handler: string): lambda.FunctionProps {
    return { runtime: lambda.Runtime.NODEJS_24_X, code: CODE, handler, timeout: Duration.seconds(30) };
  }
}
