import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import * as metrics from '../../constraints/aws-lambda/metrics';
import type { ServiceMetric } from '../../constraints/service-metric';
import { invocationTarget } from '../target/invocation-target';

/**
 * Metrics of asynchronous invocation for one function, alias or version.
 *
 * Reads only: it adds nothing to the app and changes no construct. The metrics of a function cover all its aliases and
 * versions; those of an alias or version cover the events that name it.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
 */
export class AsyncInvokeMetrics {
  /**
   * The metrics of a function, alias or version, which may be imported.
   *
   * @throws Error if Lambda would refuse the name or qualifier
   */
  static fromFunction(fn: lambda.IFunction): AsyncInvokeMetrics {
    const { functionName, qualifier } = invocationTarget(fn, fn);
    return new AsyncInvokeMetrics(fn, {
      [metrics.FUNCTION_NAME_DIMENSION]: functionName,
      ...qualifier === LATEST ? {} : { [metrics.RESOURCE_DIMENSION]: metrics.metricResource(functionName, qualifier) },
    });
  }

  private constructor(private readonly fn: lambda.IFunction, private readonly dimensionsMap: cloudwatch.DimensionsMap) {}

  /**
   * Number of events that Lambda queued.
   *
   * @default - sum over 5 minutes
   */
  asyncEventsReceived(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this._metric(metrics.ASYNC_EVENTS_RECEIVED, options);
  }

  /**
   * Age of events at the start of a run, in milliseconds. Retries and throttles raise it.
   *
   * @default - maximum over 5 minutes
   */
  asyncEventAge(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this._metric(metrics.ASYNC_EVENT_AGE, options);
  }

  /**
   * Number of events that Lambda gave up without a successful run, also those that a destination or dead-letter queue keeps.
   *
   * @default - sum over 5 minutes
   */
  asyncEventsDropped(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this._metric(metrics.ASYNC_EVENTS_DROPPED, options);
  }

  /**
   * Number of records that Lambda could not deliver to a destination.
   *
   * @default - sum over 5 minutes
   */
  destinationDeliveryFailures(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this._metric(metrics.DESTINATION_DELIVERY_FAILURES, options);
  }

  /**
   * Number of events that Lambda could not send to the dead-letter queue of the function.
   *
   * @default - sum over 5 minutes
   */
  deadLetterErrors(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this._metric(metrics.DEAD_LETTER_ERRORS, options);
  }

  /**
   * Number of invocations that Lambda stopped as part of an infinite loop.
   *
   * @default - sum over 5 minutes
   */
  recursiveInvocationsDropped(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return this._metric(metrics.RECURSIVE_INVOCATIONS_DROPPED, options);
  }

  /** @internal */
  _metric({ namespace, metricName, statistic }: ServiceMetric, options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return new cloudwatch.Metric({ namespace, metricName, statistic, dimensionsMap: this.dimensionsMap, ...options }).attachTo(this.fn);
  }
}
