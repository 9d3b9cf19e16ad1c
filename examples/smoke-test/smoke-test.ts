import { join } from 'node:path';
import { CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { AsyncAlias, DeployTimeInvocation, InvocationType } from 'cdk-async-invoke';

/**
 * Sends a new version an event, as its callers do, and moves the alias only when that has succeeded.
 *
 * The event goes through the same queue, retries and destinations as any other, but by an alias that
 * only the deployment uses: its failure fails the deployment, and is no record among those of real orders.
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
