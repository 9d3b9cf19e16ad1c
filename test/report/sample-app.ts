import { App, Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as sources from 'aws-cdk-lib/aws-lambda-event-sources';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as s3n from 'aws-cdk-lib/aws-s3-notifications';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';

/** A shop with all that the page shows: callers of several kinds, aliases, queues, alarms, and three places where events are lost. */
export function shop(outdir: string): string {
  const app = new App({ outdir, analyticsReporting: false, context: { 'aws:cdk:enable-path-metadata': true } });
  const shopStack = new Stack(app, 'Shop', { env: { account: '111122223333', region: 'eu-west-1' } });
  orders(shopStack);
  media(new Stack(app, 'Media', { env: { account: '111122223333', region: 'eu-west-1' } }));
  return app.synth().directory;
}

function orders(stack: Stack): void {
  const bus = new events.EventBus(stack, 'Orders');
  const failed = new sqs.Queue(stack, 'FailedOrders', { encryption: sqs.QueueEncryption.KMS, enforceSSL: true });
  const importer = fn(stack, 'ImportOrder', { onFailure: new destinations.SqsDestination(failed), maxEventAge: Duration.hours(2) });
  const live = new lambda.Alias(stack, 'ImportOrderLive', { aliasName: 'live', version: importer.currentVersion });
  const rule = new events.Rule(stack, 'OrderPlaced', { eventBus: bus, eventPattern: { source: ['shop'] } });
  rule.addTarget(new targets.LambdaFunction(live, { retryAttempts: 185, maxEventAge: Duration.hours(24) }));

  const redrive = fn(stack, 'Redrive');
  redrive.addEventSource(new sources.SqsEventSource(failed));
  const invoice = fn(stack, 'Invoice', { onFailure: new destinations.SqsDestination(failed), onSuccess: new destinations.EventBridgeDestination(bus), retryAttempts: 1, timeout: Duration.minutes(2) });
  new events.Rule(stack, 'OrderPaid', { eventBus: bus, eventPattern: { source: ['payments'] }, targets: [new targets.LambdaFunction(invoice)] });
  new cloudwatch.Alarm(stack, 'InvoiceDropped', { metric: invoice.metric('AsyncEventsDropped'), threshold: 1, evaluationPeriods: 1 });

  const nightly = fn(stack, 'NightlyClose', { timeout: Duration.minutes(15) });
  new events.Rule(stack, 'EveryNight', { schedule: events.Schedule.rate(Duration.days(1)), targets: [new targets.LambdaFunction(nightly)] });
}

function media(stack: Stack): void {
  const uploads = new s3.Bucket(stack, 'Uploads');
  const thumbnails = fn(stack, 'Thumbnails', { deadLetterQueue: new sqs.Queue(stack, 'FailedThumbnails') });
  uploads.addEventNotification(s3.EventType.OBJECT_CREATED, new s3n.LambdaDestination(thumbnails));
  const published = new sns.Topic(stack, 'Published');
  const notify = fn(stack, 'Notify');
  published.addSubscription(new subscriptions.LambdaSubscription(notify));
}

function fn(stack: Stack, id: string, options: Partial<lambda.FunctionProps> = {}): lambda.Function {
  return new lambda.Function(stack, id, {
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = async () => {};'),
    timeout: Duration.seconds(30),
    ...options,
  });
}
