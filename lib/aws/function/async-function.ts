import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { AddReplayOptions } from './alias-replay';
import { AsyncAlias } from './async-alias';
import { AsyncInvokeMetrics } from '../operations/async-invoke-metrics';
import type { FailedEventReplay } from '../replay/failed-event-replay';

/**
 * Properties of `AsyncFunction`: those of a function and of its alias.
 *
 * The settings of asynchronous invocation (`maxEventAge`, `retryAttempts`, `onFailure`, `onSuccess`) apply to the alias.
 */
export interface AsyncFunctionProps extends lambda.FunctionProps {
  /**
   * Name of the alias.
   *
   * 1 to 128 letters, digits, hyphens and underscores, not all digits.
   *
   * @default 'live'
   */
  readonly aliasName?: string;

  /**
   * Configures `$LATEST` like the alias.
   *
   * `$LATEST` serves callers that omit the qualifier.
   *
   * @default true
   */
  readonly configureLatest?: boolean;

  /**
   * Skips granting; the execution role already has the permissions that its destinations need.
   *
   * @default false
   */
  readonly skipPermissions?: boolean;
}

/**
 * Function with an alias for asynchronous invocation.
 *
 * A `lambda.Function` with an `AsyncAlias`. Event sources use the alias. Other constructs, such as
 * the targets of rules and bucket notifications, use exactly what you pass: pass `alias` to them.
 *
 * @throws Error if `AsyncAlias` refuses the settings
 */
export class AsyncFunction extends lambda.Function {
  /** Alias for callers to invoke. */
  readonly alias: AsyncAlias;

  /** Queue for the records of failed events; undefined if `onFailure` is given. */
  readonly failureQueue?: sqs.IQueue;

  constructor(scope: Construct, id: string, props: AsyncFunctionProps) {
    const { aliasName, configureLatest, maxEventAge, retryAttempts, onFailure, onSuccess, skipPermissions, events, ...functionProps } = props;
    super(scope, id, functionProps);
    this.alias = new AsyncAlias(this, 'Alias', {
      function: this, aliasName, configureLatest, maxEventAge, retryAttempts, onFailure, onSuccess, skipPermissions,
    });
    this.failureQueue = this.alias.failureQueue;
    events?.forEach(source => this.addEventSource(source));
  }

  /**
   * Adds a replay of failed events, which may invoke the function with any qualifier.
   *
   * @throws Error if failed events go neither to the failure queue nor to an `AsyncDestination` that is a queue or a bucket, and you give no `from`
   */
  addReplay(options: AddReplayOptions = {}): FailedEventReplay {
    return this.alias.addReplay(options);
  }

  /**
   * Allows to invoke the function and its alias.
   *
   * Constructs that take a function grant with this method and then invoke the function, not its alias.
   */
  grantInvoke(grantee: iam.IGrantable): iam.Grant {
    const own = super.grantInvoke(grantee);
    // A policy of the grantee names all qualifiers, but the policy of the function does not cover the alias.
    return own.resourceStatements.length === 0 ? own : own.combine(this.alias.grantInvoke(grantee));
  }

  addEventSource(source: lambda.IEventSource): void {
    this.alias.addEventSource(source);
  }

  addEventSourceMapping(id: string, options: lambda.EventSourceMappingOptions): lambda.EventSourceMapping {
    return this.alias.addEventSourceMapping(id, options);
  }

  /**
   * Number of events that Lambda queued, of all aliases and versions.
   *
   * @default - sum over 5 minutes
   */
  metricAsyncEventsReceived(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return AsyncInvokeMetrics.fromFunction(this).asyncEventsReceived(options);
  }

  /**
   * Age of events at the start of a run, in milliseconds, of all aliases and versions.
   *
   * @default - maximum over 5 minutes
   */
  metricAsyncEventAge(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return AsyncInvokeMetrics.fromFunction(this).asyncEventAge(options);
  }

  /**
   * Number of events that Lambda gave up, also those that a destination or dead-letter queue keeps, of all aliases and versions.
   *
   * @default - sum over 5 minutes
   */
  metricAsyncEventsDropped(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return AsyncInvokeMetrics.fromFunction(this).asyncEventsDropped(options);
  }

  /**
   * Number of records that Lambda could not deliver to a destination, of all aliases and versions.
   *
   * @default - sum over 5 minutes
   */
  metricDestinationDeliveryFailures(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return AsyncInvokeMetrics.fromFunction(this).destinationDeliveryFailures(options);
  }

  /**
   * Number of events that Lambda could not send to the dead-letter queue of the function, of all aliases and versions.
   *
   * @default - sum over 5 minutes
   */
  metricDeadLetterErrors(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return AsyncInvokeMetrics.fromFunction(this).deadLetterErrors(options);
  }

  /**
   * Number of invocations that Lambda stopped as part of an infinite loop, of all aliases and versions.
   *
   * @default - sum over 5 minutes
   */
  metricRecursiveInvocationsDropped(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return AsyncInvokeMetrics.fromFunction(this).recursiveInvocationsDropped(options);
  }
}
