import type { Evidence } from '../evidence';
import type { ServiceMetric } from '../service-metric';

/** The namespace of the metrics of Lambda. */
export const LAMBDA_NAMESPACE = 'AWS/Lambda';

/** The dimension with the bare name of a function. Alone, it covers all versions and aliases. */
export const FUNCTION_NAME_DIMENSION = 'FunctionName';

/** The dimension with function and qualifier, e.g. `orders:live`, never the alias alone. */
export const RESOURCE_DIMENSION = 'Resource';

/** The dimension with the version that an alias ran. Only the metrics of runs have it. */
export const EXECUTED_VERSION_DIMENSION = 'ExecutedVersion';

const GUIDE = 'AWS Lambda developer guide, "Types of metrics for Lambda functions"';

const DIMENSIONS: readonly (readonly string[])[] = [[], [FUNCTION_NAME_DIMENSION], [FUNCTION_NAME_DIMENSION, RESOURCE_DIMENSION]];

const RUN_DIMENSIONS = [...DIMENSIONS, [FUNCTION_NAME_DIMENSION, RESOURCE_DIMENSION, EXECUTED_VERSION_DIMENSION]];

const WITHOUT_EXECUTED_VERSION: Evidence = {
  grade: 'derived',
  from: [
    'The developer guide has the dimensions `FunctionName` and `Resource` for all metrics, and `ExecutedVersion` to compare the runs of two versions.',
    'The service data of AWS, from which aws-cdk-lib makes its metrics, has no `ExecutedVersion` for `DeadLetterErrors` and `DestinationDeliveryFailures`.',
    'An event that is queued, dropped or stopped is not run: no version executes it.',
  ],
};

function asynchronous(metricName: string, says: string, unit: ServiceMetric['unit'] = 'Count'): ServiceMetric {
  return {
    namespace: LAMBDA_NAMESPACE,
    metricName,
    unit,
    statistic: unit === 'Count' ? 'Sum' : 'Maximum',
    dimensions: DIMENSIONS,
    says,
    source: GUIDE,
    evidence: WITHOUT_EXECUTED_VERSION,
  };
}

export const ASYNC_EVENTS_RECEIVED = asynchronous('AsyncEventsReceived', 'The number of events that Lambda queued for the function.');

/** In milliseconds, while the config has seconds. */
export const ASYNC_EVENT_AGE = asynchronous('AsyncEventAge', 'The age of events at the start of a run, in milliseconds. Retries and throttles raise it.', 'Milliseconds');

/** Also counts events whose record or dead letter is stored: where something keeps them, it is no loss. */
export const ASYNC_EVENTS_DROPPED = asynchronous('AsyncEventsDropped',
  'The number of events that Lambda gave up without a successful run, whether or not a destination or dead-letter queue keeps them.');

/** Also counts the failed records of event source mappings of streams. */
export const DESTINATION_DELIVERY_FAILURES = asynchronous('DestinationDeliveryFailures', 'The number of records that Lambda could not deliver to a destination.');

export const DEAD_LETTER_ERRORS = asynchronous('DeadLetterErrors', 'The number of events that Lambda could not send to the dead-letter queue.');

export const RECURSIVE_INVOCATIONS_DROPPED = asynchronous('RecursiveInvocationsDropped', 'The number of invocations that Lambda stopped as part of an infinite loop.');

function ofRuns(metricName: string, says: string, statistic: ServiceMetric['statistic'] = 'Sum', unit: ServiceMetric['unit'] = 'Count'): ServiceMetric {
  return { namespace: LAMBDA_NAMESPACE, metricName, unit, statistic, dimensions: RUN_DIMENSIONS, says, source: GUIDE };
}

export const INVOCATIONS = ofRuns('Invocations', 'The number of runs, synchronous ones and retries included.');

export const ERRORS = ofRuns('Errors', 'The number of runs that ended with an error.');

export const THROTTLES = ofRuns('Throttles', 'The number of runs that Lambda throttled.');

export const DURATION = ofRuns('Duration', 'The time that a run takes.', 'Average', 'Milliseconds');

export const CONCURRENT_EXECUTIONS = ofRuns('ConcurrentExecutions', 'The number of runs at the same time.', 'Maximum');

/** The metrics of asynchronous invocation. */
export const ASYNC_METRICS: readonly ServiceMetric[] = [
  ASYNC_EVENTS_RECEIVED, ASYNC_EVENT_AGE, ASYNC_EVENTS_DROPPED, DESTINATION_DELIVERY_FAILURES, DEAD_LETTER_ERRORS, RECURSIVE_INVOCATIONS_DROPPED,
];

/** The metrics of Lambda that this library reads, by name. */
export const LAMBDA_METRICS: Readonly<Record<string, ServiceMetric>> = Object.fromEntries(
  [...ASYNC_METRICS, INVOCATIONS, ERRORS, THROTTLES, DURATION, CONCURRENT_EXECUTIONS].map(metric => [metric.metricName, metric]),
);

/** The value of the dimension `Resource` for a qualifier of a function. */
export function metricResource(functionName: string, qualifier: string): string {
  return `${functionName}:${qualifier}`;
}
