import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** A shop that somebody wrote with aws-cdk-lib alone. It loses events in three ways. */
export class Shop extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    // An alias that a rule invokes, without a destination: a failed order is gone.
    const takeOrder = this.fn('TakeOrder').addAlias('live');
    new events.Rule(this, 'OrderPlaced', { eventPattern: { source: ['shop.orders'] }, targets: [new targets.LambdaFunction(takeOrder)] });

    // A config without a destination: the event is tried once, then it is gone.
    const sendMail = this.fn('SendMail', { retryAttempts: 0, maxEventAge: Duration.minutes(10) });
    new sns.Topic(this, 'Mails', { enforceSSL: true }).addSubscription(new subscriptions.LambdaSubscription(sendMail));

    // This one keeps its failed events, but the rule drops what Lambda does not accept.
    const failed = new sqs.Queue(this, 'FailedInvoices', { enforceSSL: true });
    const invoice = this.fn('Invoice', { onFailure: new destinations.SqsDestination(failed) });
    new events.Rule(this, 'OrderPaid', { eventPattern: { source: ['shop.payments'] }, targets: [new targets.LambdaFunction(invoice)] });
  }

  private fn(id: string, props: Partial<lambda.FunctionProps> = {}): lambda.Function {
    return new lambda.Function(this, id, {
      runtime: lambda.Runtime.NODEJS_22_X,
      code: lambda.Code.fromInline('exports.handler = async event => console.log(JSON.stringify(event));'),
      handler: 'index.handler',
      ...props,
    });
  }
}
