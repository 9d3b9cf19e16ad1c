import { AspectPriority, Aspects, Stack, Token, TokenComparison, type CfnResource, type IAspect } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { isEventInvokeConfig } from './event-invoke-config';
import { DEAD_LETTER_QUEUE_AND_FAILURE_DESTINATION } from '../../constraints/aws-lambda/dead-letter-queue';
import { DESTINATION_IN_OTHER_ACCOUNT, RECORD_TOO_LARGE_FOR_QUEUE, SMALL_QUEUE_ON_SUCCESS } from '../../constraints/aws-lambda/destination';
import { parseDestinationArn } from '../../constraints/aws-lambda/destination-arn';
import { FOREIGN_FUNCTION } from '../../constraints/aws-lambda/event-invoke-config';
import { EVENT_AGE_TOO_SHORT_FOR_RETRIES, retriesWithin, shortestAgeForRetries, ZERO_RESERVED_CONCURRENCY } from '../../constraints/aws-lambda/event-queue';
import { TENANT_ISOLATED_DESTINATION, TIMEOUT } from '../../constraints/aws-lambda/function';
import { EVENT_PAYLOAD } from '../../constraints/aws-lambda/invoke';
import { quoted } from '../../constraints/violation';
import { warn } from '../../provider/warning';
import { propertyOf } from '../destinations/admission';
import { functionElsewhere, type Environment } from '../target/environment';
import type { InvocationTarget } from '../target/invocation-target';
import { keptBy } from '../target/kept-by';
import { pathOf, referencedResource } from '../target/referenced-resource';

/** A config as it will be synthesized. */
export interface ConfiguredTarget {
  readonly target: InvocationTarget;
  readonly resource: CfnResource;

  /** Settings, read when the app is complete. A setting that is absent keeps its value in Lambda. */
  readonly settings: Pick<lambda.CfnEventInvokeConfig, 'maximumEventAgeInSeconds' | 'maximumRetryAttempts'>;

  /** ARN of each destination; empty for none. */
  readonly destinations: Record<lambda.DestinationType, string>;

  /** Whether the destinations have granted nothing. */
  readonly skipPermissions?: boolean;
}

/**
 * Warns of risky settings that Lambda accepts, when the app is complete.
 *
 * The warnings are attached to the L1, so you can acknowledge them by id at the config or any scope around it.
 */
export function warnOfRegrets(config: ConfiguredTarget): void {
  Aspects.of(config.resource).add(new Regrets(config), { priority: AspectPriority.READONLY });
}

class Regrets implements IAspect {
  constructor(private readonly config: ConfiguredTarget) {}

  visit(): void {
    eventAge(this.config);
    functionSettings(this.config);
    for (const type of Object.values(lambda.DestinationType)) {
      destination(this.config, propertyOf(type), this.config.destinations[type]);
    }
  }
}

function eventAge({ resource, settings, target }: ConfiguredTarget): void {
  const { maximumEventAgeInSeconds: age, maximumRetryAttempts: retries } = settings;
  const timeout = known(target.resource ? target.resource.timeout ?? TIMEOUT.default : undefined);
  const wanted = known(retries) ?? 0;
  const needed = shortestAgeForRetries(wanted, timeout ?? 0);
  if (known(age) !== undefined && (age! < needed || retriesWithin(age!, wanted) < wanted)) {
    warn(resource, EVENT_AGE_TOO_SHORT_FOR_RETRIES, 'maxEventAge',
      `${age} seconds for \`retryAttempts\` ${retries}, which ${timeout === undefined ? 'take more than' : 'can take'} ${needed} seconds`);
  }
}

function functionSettings({ target, destinations, resource }: ConfiguredTarget): void {
  const fn = target.resource;
  if (fn?.reservedConcurrentExecutions === 0) {
    warn(resource, ZERO_RESERVED_CONCURRENCY, 'reservedConcurrentExecutions', `0 at ${pathOf(fn)}`);
  }
  if (fn && keptBy(fn, fn.deadLetterConfig, 'targetArn') && destinations.Failure !== '') {
    warn(resource, DEAD_LETTER_QUEUE_AND_FAILURE_DESTINATION, propertyOf(lambda.DestinationType.FAILURE), `a destination beside the dead-letter queue of ${pathOf(fn)}`);
  }
  if (isEventInvokeConfig(resource) && mayBeElsewhere(target.function.env, Stack.of(resource))) {
    warn(resource, FOREIGN_FUNCTION, 'function', functionElsewhere(target.function.env, Stack.of(resource)));
  }
}

/** The types whose policy gets the grant if the function is of another account. */
const GRANTED_ACROSS_ACCOUNTS: readonly string[] = ['AWS::SQS::Queue', 'AWS::SNS::Topic', 'AWS::S3::Bucket'];

function destination({ resource, target: { function: fn }, skipPermissions }: ConfiguredTarget, property: string, arn: string): void {
  const target = referencedResource(arn);
  const account = target ? target.stack.account : parseDestinationArn(arn)?.account;
  const isGranted = GRANTED_ACROSS_ACCOUNTS.includes(target?.cfnResourceType ?? '') && !skipPermissions;
  if (account && !isGranted && Token.compareStrings(account, fn.env.account) === TokenComparison.DIFFERENT) {
    warn(resource, DESTINATION_IN_OTHER_ACCOUNT, property, target ? pathOf(target) : quoted(arn));
  }
  const largest = target?.cfnResourceType === 'AWS::SQS::Queue' ? known((target as sqs.CfnQueue).maximumMessageSize) : undefined;
  if (largest !== undefined && largest < EVENT_PAYLOAD.max) {
    const remedy = property === propertyOf(lambda.DestinationType.SUCCESS) ? SMALL_QUEUE_ON_SUCCESS : undefined;
    warn(resource, RECORD_TOO_LARGE_FOR_QUEUE, property, `${largest} bytes at ${pathOf(target!)}`, remedy);
  }
  if (target?.cfnResourceType === 'AWS::Lambda::Function' && (target as lambda.CfnFunction).tenancyConfig !== undefined) {
    warn(resource, TENANT_ISOLATED_DESTINATION, property, pathOf(target));
  }
}

/** Whether one environment is known where the other is a token: the two may differ. */
function mayBeElsewhere(concrete: Environment, stack: Environment): boolean {
  return [[concrete.account, stack.account], [concrete.region, stack.region]]
    .some(([one, other]) => !Token.isUnresolved(one) && Token.isUnresolved(other));
}

function known(value?: number): number | undefined {
  return value === undefined || Token.isUnresolved(value) ? undefined : value;
}
