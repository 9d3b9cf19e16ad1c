import * as lambda from '../../lib/constraints/aws-lambda/metrics';
import { SENDER_METRICS } from '../../lib/constraints/aws-lambda/sender-metrics';
import { AGE_OF_OLDEST_MESSAGE, VISIBLE_MESSAGES } from '../../lib/constraints/aws-sqs/metrics';
import { isPublishedWith, type ServiceMetric } from '../../lib/constraints/service-metric';

const METRICS: readonly ServiceMetric[] = [
  ...Object.values(lambda.LAMBDA_METRICS),
  VISIBLE_MESSAGES, AGE_OF_OLDEST_MESSAGE,
  ...Object.values(SENDER_METRICS).flatMap(({ failed, deadLetterFailed }) => [failed, deadLetterFailed]),
];

test.each(METRICS)('$namespace $metricName says what it counts, in a sentence, and where that is documented', ({ says, source, dimensions }) => {
  expect(says).toMatch(/^The .*\.$/);
  expect(source).toMatch(/^(AWS|Amazon) .*guide, "/);
  expect(dimensions).not.toEqual([]);
});

test('a metric has a name of its own', () => {
  expect(new Set(METRICS.map(({ namespace, metricName }) => `${namespace} ${metricName}`)).size).toBe(METRICS.length);
});

describe('a metric is published', () => {
  test.each([
    [[], true],
    [['FunctionName'], true],
    [['Resource', 'FunctionName'], true],
    [['Resource'], false],
    [['FunctionName', 'ExecutedVersion'], false],
    [['FunctionName', 'Resource', 'ExecutedVersion'], false],
  ])('of asynchronous events with %j: %s', (names, expected) => {
    expect(lambda.ASYNC_METRICS.map(metric => isPublishedWith(metric, names))).toEqual(lambda.ASYNC_METRICS.map(() => expected));
  });

  test('of runs with the executed version, too', () => {
    expect(isPublishedWith(lambda.ERRORS, ['FunctionName', 'Resource', 'ExecutedVersion'])).toBe(true);
  });

  test('of a rule with or without its bus, but never with the bus alone', () => {
    const { failed } = SENDER_METRICS['event-rule'];

    expect([['RuleName'], ['EventBusName', 'RuleName'], ['EventBusName']].map(names => isPublishedWith(failed, names))).toEqual([true, true, false]);
  });
});
