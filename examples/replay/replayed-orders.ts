import * as path from 'node:path';
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as actions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { AsyncFunction, AsyncInvokeAlarms, ReplaySource } from 'cdk-async-invoke';

/** Orders whose failed events people on call send again, when the warehouse is back. */
export class ReplayedOrders extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const orders = new AsyncFunction(this, 'Orders', {
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'orders.handler',
      code: lambda.Code.fromAsset(path.join(__dirname, 'handlers')),
      environment: { WAREHOUSE_URL: 'https://warehouse.example.com/orders' },
      timeout: Duration.seconds(10),
    });
    // What the rule could not hand over to the function is kept, too.
    const undelivered = new sqs.Queue(this, 'Undelivered', { enforceSSL: true });
    new events.Rule(this, 'NewOrders', {
      eventPattern: { source: ['shop'], detailType: ['Order placed'] },
      targets: [new targets.LambdaFunction(orders.alias, { deadLetterQueue: undelivered })],
    });

    const pager = new sns.Topic(this, 'Pager', { enforceSSL: true });
    const page = new actions.SnsAction(pager);
    new AsyncInvokeAlarms(this, 'Alarms', { function: orders, critical: { alarmActions: [page] } });
    const onCall = new iam.Role(this, 'OnCall', { assumedBy: new iam.AccountRootPrincipal() });
    const support = new iam.Role(this, 'Support', { assumedBy: new iam.AccountRootPrincipal() });
    const replay = orders.addReplay({
      from: [ReplaySource.queue(orders.failureQueue!, { name: 'failed' })],
      // The warehouse takes 20 orders in a second.
      rate: 20,
      maxFailureShare: 0.1,
      replayers: [onCall],
      planners: [support],
      alarmActions: [page],
    });

    const dashboard = new cloudwatch.Dashboard(this, 'Dashboard');
    dashboard.addWidgets(replay.dashboardRow());
    new CfnOutput(this, 'Replay', { value: replay.stateMachine.stateMachineArn });
    new CfnOutput(this, 'Plans', { value: replay.planOnlyStateMachine!.stateMachineArn });
    new CfnOutput(this, 'Reports', { value: replay.workBucket.bucketName });
  }
}
