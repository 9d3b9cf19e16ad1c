import { join } from 'node:path';
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { AsyncAlias, DeployTimeInvocation, InvocationType } from 'cdk-async-invoke';

/**
 * Sends an event to a new version, as its callers do, and moves the alias only if the event succeeds.
 *
 * The event goes through Lambda's queue and retries like any other, but through an alias that only the deployment uses.
 * So a failure fails the deployment and leaves no record among those of real orders.
 */
export class SmokeTest extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const orders = new lambda.Function(this, 'TakeOrder', {
      runtime: lambda.Runtime.NODEJS_22_X,
      code: lambda.Code.fromAsset(join(__dirname, 'handlers')),
      handler: 'take-order.handler',
      timeout: Duration.seconds(30),
    });
    const smoke = new DeployTimeInvocation(this, 'Smoke', {
      function: orders,
      invocationType: InvocationType.EVENT,
      payload: { id: 'smoke', items: ['tea'], dryRun: true },
      awaitOutcome: true,
    });
    const live = new AsyncAlias(this, 'Live', { function: orders });
    smoke.executeBefore(live);
    new CfnOutput(this, 'Tested', { value: smoke.executedVersion });
  }
}
