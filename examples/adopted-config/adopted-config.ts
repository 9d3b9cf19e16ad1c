import { join } from 'node:path';
import { ArnFormat, CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { AsyncInvokeConfigLookup, DeployTimeAsyncInvokeConfig } from 'cdk-async-invoke';

const NAME = 'send-newsletter';

/** A function of another team, with a config of its own. */
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
 * The team that sends it events wants no newsletter twice: while this stack exists, there are no retries.
 *
 * What else the other team has set stays, and when the stack goes, its config is back as it was.
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
