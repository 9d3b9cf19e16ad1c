import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { AsyncFunction, AsyncInvokeAlarms, AsyncInvokeDashboard } from 'cdk-async-invoke';

/**
 * A shop that calls somebody when it loses orders, or is about to.
 *
 * The alarms follow the config of each function and its senders. What needs no action at night only sends a mail.
 */
export class OnCall extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const [pager, mail] = ['Pager', 'Mail'].map(name => new actions.SnsAction(new sns.Topic(this, name, { enforceSSL: true })));
    const actionsBySeverity = {
      critical: { alarmActions: [pager], okActions: [mail] },
      warning: { alarmActions: [mail] },
    };

    const takeOrder = new AsyncFunction(this, 'TakeOrder', { ...this.functionProps(), maxEventAge: Duration.hours(1) });
    const unsent = new sqs.Queue(this, 'Unsent', { enforceSSL: true, retentionPeriod: Duration.days(14) });
    new events.Rule(this, 'OrderPlaced', {
      eventPattern: { source: ['shop.orders'] },
      targets: [new targets.LambdaFunction(takeOrder.alias, { deadLetterQueue: unsent })],
    });

    // A function of aws-cdk-lib that nobody has configured: its failed events are lost.
    const sendNewsletter = new lambda.Function(this, 'SendNewsletter', this.functionProps());
    new events.Rule(this, 'EachMonday', {
      schedule: events.Schedule.cron({ weekDay: 'MON', hour: '6', minute: '0' }),
      targets: [new targets.LambdaFunction(sendNewsletter)],
    });

    const alarms = [takeOrder, sendNewsletter].map(fn => new AsyncInvokeAlarms(fn, 'Alarms', { function: fn, ...actionsBySeverity }));
    new AsyncInvokeDashboard(this, 'Dashboard', { alarms, defaultInterval: Duration.hours(12) });
  }

  private functionProps(): lambda.FunctionProps {
    return {
      runtime: lambda.Runtime.NODEJS_22_X,
      code: lambda.Code.fromInline('exports.handler = async event => console.log(JSON.stringify(event));'),
      handler: 'index.handler',
    };
  }
}
