import { ASYNC_METRICS, LAMBDA_METRICS } from '../constraints/aws-lambda/metrics';
import { SENDER_METRICS } from '../constraints/aws-lambda/sender-metrics';
import { AGE_OF_OLDEST_MESSAGE, VISIBLE_MESSAGES } from '../constraints/aws-sqs/metrics';
import type { ServiceMetric } from '../constraints/service-metric';
import { known, type WatchedMetric } from '../topology';

/** The metrics whose form is known. */
export const METRICS: readonly ServiceMetric[] = [
  ...Object.values(LAMBDA_METRICS),
  VISIBLE_MESSAGES,
  AGE_OF_OLDEST_MESSAGE,
  ...Object.values(SENDER_METRICS).flatMap(({ failed, deadLetterFailed }) => [failed, deadLetterFailed]),
];

/** The metrics whose names no other service has. */
export const UNMISTAKABLE = METRICS.filter(metric => ASYNC_METRICS.includes(metric)
  || [VISIBLE_MESSAGES.namespace, SENDER_METRICS['sns-subscription'].failed.namespace].includes(metric.namespace));

/** The metric that a namespace and a name identify, if its form is known. */
export function serviceMetric({ namespace, metricName }: WatchedMetric): ServiceMetric | undefined {
  return METRICS.find(each => each.namespace === known(namespace) && each.metricName === known(metricName));
}

/** A name without case, plurals and separators. */
export function bare(name: string): string {
  return name.replace(/s(?=[A-Z]|$)/g, '').replace(/[^A-Za-z]/g, '').toLowerCase();
}
