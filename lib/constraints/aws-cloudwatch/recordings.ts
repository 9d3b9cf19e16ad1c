import type { Recording } from '../evidence';

/** The metrics that a deployed function with an alias has. */
export const METRICS_OF_ALIAS: Recording = {
  operation: 'ListMetrics',
  sent: 'the namespace `AWS/Lambda` after calls of an alias',
  answer: 'FunctionName=MyFunctionName, Resource=MyFunctionName:live, ExecutedVersion=42',
  date: '2021-04-19',
  repository: 'aws/aws-cdk',
  file: 'issues/14248',
};

/** A metric of asynchronous invocation in the console. */
export const DEAD_LETTER_ERRORS_OF_LATEST: Recording = {
  operation: 'GetMetricData',
  sent: '`DeadLetterErrors` of a function',
  answer: 'FunctionName=…, Resource=…:$LATEST',
  date: '2019-03-23',
  repository: 'Netflix/atlas',
  file: 'issues/1005',
};
