import { Stack, Token, TokenComparison, type CfnResource } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import * as rules from '../../constraints/aws-lambda/destination';
import { parseDestinationArn, type DestinationArn } from '../../constraints/aws-lambda/destination-arn';
import { DURABLE_FUNCTION_UNQUALIFIED } from '../../constraints/aws-lambda/function';
import { invalid } from '../../constraints/invalid';
import { broken, type Rule } from '../../constraints/rule';
import { quoted, violation } from '../../constraints/violation';
import { isDurable } from '../target/invocation-target';
import { pathOf, referencedResource } from '../target/referenced-resource';
import { arnText, functionIdentity } from '../target/target-identity';
import { isUnknown } from '../target/token-text';

/** Destination of a config. */
export interface BoundDestination {
  /** Construct that binds the destination, usually the config. */
  readonly scope: IConstruct;

  /** Function that is configured. */
  readonly function: lambda.IFunction;

  readonly type: lambda.DestinationType;

  /** ARN of the destination; a token for a resource of the app. */
  readonly arn: string;
}

/** Property of a config for one type of destination: `onFailure` or `onSuccess`. */
export function propertyOf(type: lambda.DestinationType): string {
  return `on${type}`;
}

/**
 * Refuses a destination that Lambda would refuse, by its literal ARN or the resource that it refers to.
 *
 * @throws Error if a rule is broken
 */
export function admitDestination(destination: BoundDestination): void {
  const { scope, arn } = destination;
  if (arn === '') {
    return;
  }
  refusal(destination, `a destination for ${destination.function.node.path}`)(isDurable(destination.function), rules.DURABLE_FUNCTION_DESTINATION);
  const resource = referencedResource(arn);
  if (resource) {
    admitResource(destination, resource);
    return;
  }
  const malformed = Token.isUnresolved(arn) ? undefined : violation(rules.DESTINATION_ARN, arn, propertyOf(destination.type));
  if (malformed) {
    throw invalid(scope, malformed);
  }
  const text = arnText(scope, arn);
  const parsed = text === undefined ? undefined : parseDestinationArn(text);
  if (parsed) {
    admitArn(destination, parsed, quoted(text));
  } else {
    refusal(destination, destination.function.node.path)(isSelf(destination), rules.SELF_DESTINATION);
  }
}

function admitArn(destination: BoundDestination, parsed: DestinationArn, got: string): void {
  const refuseIf = refusal(destination, got);
  refuseIf(parsed.kind === undefined && !isUnknown(parsed.service + parsed.resource), rules.UNSUPPORTED_DESTINATION);
  refuseIf(parsed.fifo, parsed.kind === 'queue' ? rules.FIFO_QUEUE_DESTINATION : rules.FIFO_TOPIC_DESTINATION);
  refuseIf(parsed.kind === 'bucket' && isSuccess(destination), rules.BUCKET_ON_SUCCESS);
  refuseIf(isSelf(destination), rules.SELF_DESTINATION);
  refuseIf(differ(Stack.of(destination.scope).partition, parsed.partition), rules.DESTINATION_IN_OTHER_REGION);
  refuseIf(parsed.region !== '' && differ(regionOf(destination), parsed.region), rules.DESTINATION_IN_OTHER_REGION);
}

function admitResource(destination: BoundDestination, resource: CfnResource): void {
  const refuseIf = refusal(destination, `${resource.cfnResourceType} at ${pathOf(resource)}`);
  switch (resource.cfnResourceType) {
    case 'AWS::SQS::Queue':
      refuseIf((resource as sqs.CfnQueue).fifoQueue === true, rules.FIFO_QUEUE_DESTINATION);
      break;
    case 'AWS::SNS::Topic':
      refuseIf((resource as sns.CfnTopic).fifoTopic === true, rules.FIFO_TOPIC_DESTINATION);
      break;
    case 'AWS::Events::EventBus':
      break;
    case 'AWS::S3::Bucket':
      refuseIf(isSuccess(destination), rules.BUCKET_ON_SUCCESS);
      break;
    case 'AWS::Lambda::Function':
      refuseIf((resource as lambda.CfnFunction).durableConfig !== undefined, DURABLE_FUNCTION_UNQUALIFIED);
      refuseIf(isSelf(destination), rules.SELF_DESTINATION);
      break;
    case 'AWS::Lambda::Alias':
    case 'AWS::Lambda::Version':
      refuseIf(isSelf(destination), rules.SELF_DESTINATION);
      break;
    default:
      refuseIf(true, rules.UNSUPPORTED_DESTINATION);
  }
  refuseIf(differ(regionOf(destination), resource.stack.region), rules.DESTINATION_IN_OTHER_REGION);
}

/** The error for a destination that breaks a rule. */
export function refused({ scope, type }: BoundDestination, rule: Rule, got: string): Error {
  return invalid(scope, broken(rule, propertyOf(type), got));
}

function refusal(destination: BoundDestination, got: string): (condition: boolean, rule: Rule) => void {
  return (condition, rule) => {
    if (condition) {
      throw refused(destination, rule, got);
    }
  };
}

function isSuccess({ type }: BoundDestination): boolean {
  return propertyOf(type) === 'onSuccess';
}

function isSelf({ scope, function: source, arn }: BoundDestination): boolean {
  return functionIdentity(scope, arn) === functionIdentity(source, source.functionArn);
}

/** The Region of the function: a function that is configured by API may be in another Region than the stack. */
function regionOf({ scope, function: { env } }: BoundDestination): string {
  return Token.isUnresolved(env.region) ? Stack.of(scope).region : env.region;
}

/** Whether two values differ for certain; tokens do not. */
function differ(one: string, other: string): boolean {
  return !isUnknown(other) && Token.compareStrings(one, other) === TokenComparison.DIFFERENT;
}
