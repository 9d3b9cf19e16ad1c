import { ArnFormat, Lazy, Resource, Stack, Validations } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { admitDestination } from './admission';
import { BusDestination } from './bus-destination';
import { CALLER_WITHOUT_DEAD_LETTER_QUEUE } from '../../constraints/aws-lambda/caller-dead-letter-queue';
import { RECORD_DETAIL_TYPES } from '../../constraints/aws-lambda/destination';
import { invocationTarget } from '../target/invocation-target';

/** Event sources of records: Lambda sends the first; its developer guide names the second. */
const SOURCES = ['lambda', 'aws.lambda'];

const HANDED_OVER = 'EventBridge retries for a day to pass the response to Lambda. Lambda handles it as an asynchronous invocation with its own config.';

/**
 * Destination that invokes a function with the response alone, through the default bus and a rule.
 *
 * The rule extracts the response from the record.
 */
export class ResponseDestination implements lambda.IDestination {
  private readonly bus = new BusDestination();

  constructor(private readonly fn: lambda.IFunction) {}

  bind(scope: Construct, source: lambda.IFunction, options?: lambda.DestinationOptions): lambda.DestinationConfig {
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
    for (const id of ['Serverless-EventBusDLQ', `cdk-async-invoke:${CALLER_WITHOUT_DEAD_LETTER_QUEUE.id}`]) {
      Validations.of(rule).acknowledge({ id, reason: HANDED_OVER });
    }
    return destination;
  }
}

/** The ARN of a function without its qualifier; the ARN of an imported function may have one. */
function unqualifiedArn(scope: Construct, source: lambda.IFunction): string {
  const { function: fn, functionName } = invocationTarget(scope, source);
  return Resource.isOwnedResource(fn)
    ? fn.functionArn
    : Stack.of(scope).formatArn({ service: 'lambda', resource: 'function', resourceName: functionName, arnFormat: ArnFormat.COLON_RESOURCE_NAME });
}

/** The qualifier of a config, which records name. It is known when the config is complete. */
function qualifierOf(config: Construct): string {
  return Lazy.string({ produce: () => (config.node.defaultChild as lambda.CfnEventInvokeConfig).qualifier });
}
