import { Stack, Token, type CfnResource } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sns from 'aws-cdk-lib/aws-sns';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { IConstruct } from 'constructs';
import { DESTINATION_ARN } from '../../constraints/aws-lambda/destination';
import { brokenRule, type ConfigSide, type KnownDestination, type KnownSender } from '../../constraints/aws-lambda/destination-admission';
import { parseDestinationArn, type DestinationArn } from '../../constraints/aws-lambda/destination-arn';
import { invalid } from '../../constraints/invalid';
import { broken, type Rule } from '../../constraints/rule';
import { quoted, violation } from '../../constraints/violation';
import { isKnown } from '../../provider/known-violation';
import { isDurable } from '../target/invocation-target';
import { pathOf, referencedResource } from '../target/referenced-resource';
import { arnText, functionIdentity } from '../target/target-identity';
import { isUnknown } from '../target/token-text';
import { refuseVersionOfOtherStack } from '../target/version-of-other-stack';

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
export function propertyOf(type: lambda.DestinationType): ConfigSide {
  return `on${type}`;
}

/**
 * Refuses a destination that Lambda or CloudFormation would refuse, by its literal ARN or the resource that it refers to.
 *
 * @throws Error if a rule is broken
 */
export function admitDestination(destination: BoundDestination): void {
  const { scope, function: source, arn, type } = destination;
  if (arn === '') {
    return;
  }
  refuseVersionOfOtherStack(scope, arn, propertyOf(type));
  refuse(destination, {}, `a destination for ${source.node.path}`);
  const resource = referencedResource(arn);
  if (resource) {
    refuse(destination, knownByResource(destination, resource), `${resource.cfnResourceType} at ${pathOf(resource)}`);
    return;
  }
  const malformed = isKnown(arn) ? violation(DESTINATION_ARN, arn, propertyOf(type)) : undefined;
  if (malformed) {
    throw invalid(scope, malformed);
  }
  const text = arnText(scope, arn);
  const parsed = text === undefined ? undefined : parseDestinationArn(text);
  const self = isSelf(destination);
  refuse(destination, parsed ? { ...knownByText(parsed), self } : { self }, parsed ? quoted(text) : source.node.path);
}

/**
 * Refuses a destination by what is known of it.
 *
 * @param got the destination in words or as a value
 * @throws Error if a rule is broken
 */
export function refuse(destination: BoundDestination, known: KnownDestination, got: string): void {
  const rule = brokenRule(known, propertyOf(destination.type), knownSender(destination));
  if (rule) {
    throw refused(destination, rule, got);
  }
}

/** The error for a destination that breaks a rule. */
export function refused({ scope, type }: BoundDestination, rule: Rule, got: string): Error {
  return invalid(scope, broken(rule, propertyOf(type), got));
}

/** What the text of an ARN tells, in which unknown parts stand in parentheses and braces. */
function knownByText({ kind, fifo, service, partition, region, resource }: DestinationArn): KnownDestination {
  return {
    kind: kind ?? (isUnknown(service + resource) ? undefined : 'other'),
    fifo,
    partition: literal(partition),
    region: literal(region),
  };
}

/** What a resource of the app tells. */
function knownByResource(destination: BoundDestination, resource: CfnResource): KnownDestination {
  const region = literal(resource.stack.region);
  switch (resource.cfnResourceType) {
    case 'AWS::SQS::Queue':
      return { kind: 'queue', region, fifo: (resource as sqs.CfnQueue).fifoQueue === true };
    case 'AWS::SNS::Topic':
      return { kind: 'topic', region, fifo: (resource as sns.CfnTopic).fifoTopic === true };
    case 'AWS::Events::EventBus':
      return { kind: 'bus', region };
    case 'AWS::S3::Bucket':
      return { kind: 'bucket', region };
    case 'AWS::Lambda::Function':
      return { kind: 'function', region, self: isSelf(destination), unqualifiedDurable: (resource as lambda.CfnFunction).durableConfig !== undefined };
    case 'AWS::Lambda::Alias':
    case 'AWS::Lambda::Version':
      return { kind: 'function', region, self: isSelf(destination) };
    default:
      return { kind: 'other' };
  }
}

/** What the app tells of the function: one that is configured by API may be in another Region than the stack. */
function knownSender({ scope, function: source }: BoundDestination): KnownSender {
  const { partition, region } = Stack.of(scope);
  return { partition: literal(partition), region: literal(source.env.region) ?? literal(region), durable: isDurable(source) };
}

function isSelf({ scope, function: source, arn }: BoundDestination): boolean {
  return functionIdentity(scope, arn) === functionIdentity(source, source.functionArn);
}

/** A text that is known at synth. */
function literal(text: string): string | undefined {
  return Token.isUnresolved(text) || isUnknown(text) ? undefined : text;
}
