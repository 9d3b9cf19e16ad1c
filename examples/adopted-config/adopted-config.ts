import { join } from 'node:path';
import { ArnFormat, CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { AsyncInvokeConfigLookup, DeployTimeAsyncInvokeConfig } from 'cdk-async-invoke';

const NAME = 'send-newsletter';

/** The stack of another team, with a function and its config. */
export class TheirTeam extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    new lambda.Function(this, 'SendNewsletter', {
      functionName: NAME,
      runtime: lambda.Runtime.NODEJS_22_X,
      code: lambda.Code.fromAsset(join(__dirname, 'handlers')),
      handler: 'send-newsletter.handler',
      maxEventAge: Duration.hours(2),
      retryAttempts: 2,
    });
  }
}

/**
 * The stack of the team that sends the events. It switches off the retries of the other team's function, so that no newsletter goes out twice.
 *
 * The other settings stay as they are. When this stack is deleted, the config is restored.
 */
export class OurTeam extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const arn = this.formatArn({ service: 'lambda', resource: 'function', resourceName: NAME, arnFormat: ArnFormat.COLON_RESOURCE_NAME });
    const theirs = lambda.Function.fromFunctionArn(this, 'SendNewsletter', arn);
    const config = new DeployTimeAsyncInvokeConfig(this, 'NoRetries', { function: theirs, retryAttempts: 0, merge: true });
    const lookup = new AsyncInvokeConfigLookup(this, 'InForce', { function: theirs });
    lookup.node.addDependency(config);
    new CfnOutput(this, 'MaxEventAge', { value: `${lookup.maxEventAge.toSeconds()}` });
    new CfnOutput(this, 'RetryAttempts', { value: `${lookup.retryAttempts}` });
  }
}
