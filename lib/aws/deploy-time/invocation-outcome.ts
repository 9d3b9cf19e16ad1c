import { Duration, RemovalPolicy, Stack, Token, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { runTime } from './invocation-timeout';
import { ALIAS_OF_LATEST } from '../../constraints/aws-lambda/alias';
import { SERVICE_TIMEOUT } from '../../constraints/aws-lambda/custom-resource';
import { OUTCOME_NOT_REPORTED, OUTCOME_OF_DURABLE_FUNCTION, OUTCOME_OF_FOREIGN_FUNCTION, OUTCOME_TOO_LATE } from '../../constraints/aws-lambda/deploy-time';
import { MAX_EVENT_AGE, RETRY_ATTEMPTS } from '../../constraints/aws-lambda/event-invoke-config';
import { shortestAgeForRetries } from '../../constraints/aws-lambda/event-queue';
import { TIMEOUT } from '../../constraints/aws-lambda/function';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { invalid } from '../../constraints/invalid';
import { broken, type Rule } from '../../constraints/rule';
import { CONFIG_SPREAD_TIME } from '../../contract/handler-time';
import { PREPARATION } from '../../provider/time-budget';
import { AsyncInvokeConfig } from '../config/async-invoke-config';
import { AsyncDestination } from '../destinations/async-destination';
import { separatePermissions } from '../destinations/delivery-permission';
import { invocationTarget, versionOf } from '../target/invocation-target';

/** Least maximum age of an event, in seconds: throttled events are retried that long. */
const PATIENCE = 300;

/** Time for the delivery of a record, in seconds. */
const DELIVERY = 60;

const READ_AT_ONCE = 'The handler receives the record of its event and deletes the others.';

/** Settings of the awaited event. */
export interface OutcomeSettings {
  readonly retryAttempts?: number;
  readonly maxEventAge?: Duration;
}

/**
 * Alias for the deployment alone, and a queue for the records of its events.
 *
 * The configs of other qualifiers do not change.
 */
export class InvocationOutcome extends Construct {
  /** Alias that the handler invokes. */
  readonly alias: lambda.Alias;

  readonly queue: sqs.IQueue;

  /** Longest time from the event to its record, in seconds. */
  readonly longest: number;

  /** Longest time including the wait for the config, in seconds. */
  readonly workTime: number;

  constructor(scope: Construct, id: string, fn: lambda.IFunction, settings: OutcomeSettings) {
    super(scope, id);
    const refuse = (rule: Rule, property: string, got: string) => invalid(scope, broken(rule, property, got));
    const target = invocationTarget(scope, fn);
    if (target.resource?.stack !== Stack.of(this)) {
      throw refuse(OUTCOME_OF_FOREIGN_FUNCTION, 'function', fn.node.path);
    }
    if (target.resource.durableConfig) {
      throw refuse(OUTCOME_OF_DURABLE_FUNCTION, 'function', fn.node.path);
    }
    const { retryAttempts = 0 } = settings;
    const run = runTime(target) ?? TIMEOUT.max;
    const retries = Token.isUnresolved(retryAttempts) ? RETRY_ATTEMPTS.max : retryAttempts;
    const maxEventAge = settings.maxEventAge ?? Duration.seconds(Math.max(PATIENCE, shortestAgeForRetries(retries, run)));
    const age = maxEventAge.isUnresolved() ? MAX_EVENT_AGE.max : maxEventAge.toSeconds({ integral: false });
    this.longest = age + run + DELIVERY;
    this.workTime = this.longest + CONFIG_SPREAD_TIME;
    if (this.workTime + PREPARATION > SERVICE_TIMEOUT.max) {
      throw refuse(OUTCOME_TOO_LATE, 'awaitOutcome', `up to ${this.workTime + PREPARATION} seconds for \`maxEventAge\` ${maxEventAge.isUnresolved() ? `${age}, the most that a token can be,` : age} and runs of ${run} seconds`);
    }
    separatePermissions(this, got => refuse(OUTCOME_NOT_REPORTED, 'awaitOutcome', got));
    this.queue = new OutcomeQueue(this, 'Queue');
    this.alias = new lambda.Alias(this, 'Alias', {
      aliasName: `deploy-time-${this.node.addr.slice(-8)}`,
      description: 'Invoked only while the stack deploys',
      version: versionOf(fn)!,
    });
    if (this.alias.version.version === LATEST) {
      Validations.of(this.alias).acknowledge({ id: `cdk-async-invoke:${ALIAS_OF_LATEST.id}`, reason: 'The deployment invokes the current code, and nothing rolls this alias back.' });
    }
    new AsyncInvokeConfig(this, 'AsyncInvokeConfig', {
      function: this.alias,
      retryAttempts,
      maxEventAge,
      onSuccess: AsyncDestination.queue(this.queue),
      onFailure: AsyncDestination.queue(this.queue),
    });
  }

  /** The permission to read the config: the invocation starts when the config is in force. */
  readConfig(): iam.PolicyStatement {
    return new iam.PolicyStatement({
      actions: ['lambda:GetFunctionEventInvokeConfig'],
      resources: [this.alias.version.lambda.functionArn, this.alias.functionArn],
    });
  }

  /** The permission of the handler to receive records, also if it assumes a role to invoke the alias. */
  takeRecords(): iam.PolicyStatement {
    return new iam.PolicyStatement({ actions: ['sqs:DeleteMessage', 'sqs:ReceiveMessage'], resources: [this.queue.queueArn] });
  }
}

class OutcomeQueue extends sqs.Queue {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.hours(1),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    Validations.of(this).acknowledge(
      { id: 'AwsSolutions-SQS3', reason: READ_AT_ONCE },
      { id: 'Serverless-SQSRedrivePolicy', reason: READ_AT_ONCE },
    );
  }
}
