import { ArnFormat, Lazy, Resource, Stack, Validations } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { admitDestination } from './admission';
import { BusDestination } from './bus-destination';
import { RECORD_DETAIL_TYPES } from '../../constraints/aws-lambda/destination';
import { invocationTarget } from '../target/invocation-target';

/** Lambda writes the first; its developer guide announces the second. */
const SOURCES = ['lambda', 'aws.lambda'];

const HANDED_OVER = 'EventBridge tries for a day to hand the response to Lambda, which takes it as an asynchronous invocation with a config of its own.';

/**
 * Invokes a function with the response alone: through the default bus, and a rule
 * that takes the response out of the record.
 */
export class ResponseDestination implements lambda.IDestination {
  private readonly bus = new BusDestination();

  constructor(private readonly fn: lambda.IFunction) {}

  public bind(scope: Construct, source: lambda.IFunction, options?: lambda.DestinationOptions): lambda.DestinationConfig {
    const type = options!.type;
    admitDestination({ scope, function: source, type, arn: this.fn.functionArn });
    const destination = this.bus.bind(scope, source, options);
    const rule = new events.Rule(scope, `${type}Response`, {
      description: `Sends responses of asynchronous invocations to ${this.fn.node.path}`,
      eventPattern: {
        source: SOURCES,
        detailType: [RECORD_DETAIL_TYPES[`on${type}`]],
        resources: [`${unqualifiedArn(scope, source)}:${qualifierOf(scope)}`],
      },
      targets: [
        new targets.LambdaFunction(this.fn, { event: events.RuleTargetInput.fromEventPath('$.detail.responsePayload') }),
      ],
    });
    Validations.of(rule).acknowledge({ id: 'Serverless-EventBusDLQ', reason: HANDED_OVER });
    return destination;
  }
}

/** The ARN of an imported function may have a qualifier already. */
function unqualifiedArn(scope: Construct, source: lambda.IFunction): string {
  const { function: fn, functionName } = invocationTarget(scope, source);
  return Resource.isOwnedResource(fn)
    ? fn.functionArn
    : Stack.of(scope).formatArn({ service: 'lambda', resource: 'function', resourceName: functionName, arnFormat: ArnFormat.COLON_RESOURCE_NAME });
}

/** Records name the qualifier that the config is for, which is known once the config is whole. */
function qualifierOf(config: Construct): string {
  return Lazy.string({ produce: () => (config.node.defaultChild as lambda.CfnEventInvokeConfig).qualifier });
}
