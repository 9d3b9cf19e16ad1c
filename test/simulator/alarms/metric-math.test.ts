import type { Points } from '../../../lib/simulator/alarms/math/series';
import { metricMath } from '../../../lib/simulator/alarms/metric-math';
import { NotKnownError } from '../../../lib/simulator/state/not-known-error';

type Point = number | undefined;

const none = undefined;

const METRICS: Record<string, Points> = {
  m1: [30, 20, 0, 0],
  m2: [20, none, 20, none],
  errors: [1, none, 3, none],
  errors_b: [none, none, 2, none],
  empty: [none, none, none, none],
};

function points(expression: string, metrics: Record<string, Points> = METRICS, expressions: Record<string, Points> = {}, period = 60): Point[] {
  return [...metricMath(expression).points({ metrics: new Map(Object.entries(metrics)), expression: id => expressions[id], period })];
}

// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
describe('the documented examples', () => {
  test.each<[string, Point[]]>([
    ['m1 < m2', [0, 0, 1, 0]],
    ['m1 >= 30', [1, 0, 0, 0]],
    ['m1 > 15 AND m2 > 15', [1, 0, 0, 0]],
    ['(m1 > 15 && m2 > 15)', [1, 0, 0, 0]],
  ])('%s', (expression, expected) => {
    expect(points(expression)).toEqual(expected);
  });

  const IF_METRICS = { metric1: [1, 1, 0, 0, none], metric2: [30, none, 0, 0, 30], metric3: [0, 0, 20, none, 20] };

  test.each<[string, Point[]]>([
    ['IF(metric1, metric2, metric3)', [30, 0, 20, none, none]],
    ['IF(metric1, 5, metric3)', [5, 5, 20, none, none]],
    ['IF(metric1, metric2, 5)', [30, 0, 5, 5, 5]],
  ])('%s', (expression, expected) => {
    expect(points(expression, IF_METRICS)).toEqual(expected);
  });
});

test.each<[string, Point[]]>([
  ['m1 + m2', [50, 20, 20, 0]],
  ['m1 - m2', [10, 20, -20, 0]],
  ['m1 * 2', [60, 40, 0, 0]],
  ['2 * m2', [40, none, 40, none]],
  ['m2 / m1', [20 / 30, 0, none, none]],
  ['100 * errors / m1', [100 / 30, 0, none, none]],
  ['errors / empty', [none, none, none, none]],
  ['m1 ^ 2', [900, 400, 0, 0]],
  ['-m1 + 1', [-29, -19, 1, 1]],
  ['-2 ^ 2 + m1', [26, 16, -4, -4]],
  ['2 + 3 * m1', [92, 62, 2, 2]],
  ['(2 + 3) * m1', [150, 100, 0, 0]],
  ['10 - 5 - 2 + m1 * 0', [3, 3, 3, 3]],
  ['.5 * m1', [15, 10, 0, 0]],
  ['empty + 1', [none, none, none, none]],
  ['m1 == 20', [0, 1, 0, 0]],
  ['m1 != 20', [1, 0, 1, 1]],
  ['m1 <= 20', [0, 1, 1, 1]],
  ['m1 < 0 OR m2 == 20 || m1 == 20', [1, 1, 1, 0]],
  ['IF(m1 > 10, 1)', [1, 1, none, none]],
  ['IF(m1 > 10, m1, 0)', [30, 20, 0, 0]],
  ['IF(1, m1, m2)', [30, 20, 0, 0]],
  ['IF(0, m1, m2)', [20, none, 20, none]],
  ['IF(1 > 2, m1)', [none, none, none, none]],
  ['IF(m2 > 1, 1, 0)', [1, none, 1, none]],
  ['SUM([m1, m2])', [50, 20, 20, 0]],
  ['SUM(METRICS("errors"))', [1, none, 5, none]],
  ['AVG([m1, m2])', [25, 10, 10, 0]],
  ['MAX([m1, m2])', [30, 20, 20, 0]],
  ['MIN([m1, m2])', [20, 20, 0, 0]],
  ['SUM([METRICS("errors"), m1])', [31, 20, 5, 0]],
  ['SUM(100 / [m1, m2])', [100 / 30 + 5, 5, 5, none]],
  ['SUM(METRICS("m") * 2)', [100, 40, 40, 0]],
  ['SUM(-[m1, m2])', [-50, -20, -20, 0]],
  ['MAX(ABS([m1 - 25, m2 - 25]))', [5, 5, 25, 25]],
  ['CEIL(m1 / 7)', [5, 3, 0, 0]],
  ['FLOOR(m1 / 7)', [4, 2, 0, 0]],
  ['FILL(m2, 0)', [20, 0, 20, 0]],
  ['FILL(m2, m1)', [20, 20, 20, 0]],
  ['FILL(empty, 7)', [7, 7, 7, 7]],
  ['SUM(FILL([errors, empty], 1))', [2, 2, 4, 2]],
  ['RATE(m1)', [none, -10 / 60, -20 / 60, 0]],
  ['RATE(errors)', [none, none, 2 / 120, none]],
  ['SUM(RATE([m1, errors]))', [none, -10 / 60, -20 / 60 + 2 / 120, 0]],
  ['m1 / PERIOD(m1)', [0.5, 20 / 60, 0, 0]],
])('%s', (expression, expected) => {
  expect(points(expression)).toEqual(expected);
});

test('an expression can refer to another one, but METRICS() does not have it', () => {
  expect(points('e1 + SUM(METRICS())', { m1: [1, 2] }, { e1: [10, 20] })).toEqual([11, 22]);
});

test.each([
  ['m1 +', '"m1 +", which ends too early'],
  ['', '"", which ends too early'],
  ['m1 m2', '"m2" in "m1 m2"'],
  ['(m1', '"(m1", which ends too early'],
  ['m1)', '")" in "m1)"'],
  ['SUM([m1 m2])', '"m2" in "SUM([m1 m2])"'],
  ['* m1', '"*" in "* m1"'],
  ['m1 % 2', '"% 2" in "m1 % 2"'],
  ['[m1, ]', '"]" in "[m1, ]"'],
])('refuses %j', (expression, got) => {
  expect(() => points(expression)).toThrow(new RangeError(`\`Expression\` must be a metric math expression, got: ${got}. Write e.g. 100 * errors / invocations.`));
});

test.each([['5', 'a number'], ['1 + 1', 'a number'], ['METRICS()', 'an array of time series'], ['[m1, m2]', 'an array of time series']])('refuses %s, which is not a single series', (expression, what) => {
  expect(() => points(expression)).toThrow(new RangeError(
    `\`Expression\` must return a single time series, got: \`${expression}\`, which returns ${what}. Combine it with a metric, or use SUM, AVG, MIN or MAX.`,
  ));
});

test('refuses an id that the alarm has not', () => {
  expect(() => points('m1 + m9')).toThrow(new RangeError('`Expression` must refer to ids of the alarm, got: `m9` in `m1 + m9`. Add a metric or expression with this id.'));
});

const ARGUMENTS = 'Give it the arguments that the CloudWatch user guide lists, "Using math expressions with CloudWatch metrics".';

test.each([
  ['ANOMALY_DETECTION_BAND(m1)', 'the function `ANOMALY_DETECTION_BAND` of metric math', 'Use SUM, AVG, MIN, MAX, ABS, CEIL, FLOOR, FILL, IF, RATE, PERIOD, METRICS, or operators.'],
  ['FILL(m1, REPEAT)', 'the function `REPEAT` of metric math', 'Use SUM, AVG, MIN, MAX, ABS, CEIL, FLOOR, FILL, IF, RATE, PERIOD, METRICS, or operators.'],
  ['SEARCH("x", "Sum", 60)', 'what metric math does with the text "x" in `SEARCH("x", "Sum", 60)`', 'Use texts in METRICS("…") only.'],
  ['m1 - AVG(m1)', 'over which periods an alarm computes `AVG` of a single time series', 'Give `AVG` an array, e.g. AVG([m1, m2]) or AVG(METRICS()).'],
  ['SUM(METRICS("other"))', 'over which periods an alarm computes `SUM` of a single time series', 'Give `SUM` an array, e.g. SUM([m1, m2]) or SUM(METRICS()).'],
  ['MAX(m1, m2)', 'what `MAX` of metric math does with these arguments', ARGUMENTS],
  ['FILL(m1)', 'what `FILL` of metric math does with these arguments', ARGUMENTS],
  ['IF(1, 2, 3) + m1', 'what `IF` of metric math does with these arguments', ARGUMENTS],
  ['IF(m1)', 'what `IF` of metric math does with these arguments', ARGUMENTS],
  ['RATE(5) + m1', 'what `RATE` of metric math does with these arguments', ARGUMENTS],
  ['PERIOD(m1 + m2) * m1', 'what `PERIOD` of metric math does with these arguments', ARGUMENTS],
  ['SUM(METRICS(m1))', 'what `METRICS` of metric math does with these arguments', ARGUMENTS],
  ['SUM([m1] + [m2])', 'what `+` of metric math does with two arrays of time series', 'Combine each pair of metrics, or their sums.'],
  ['SUM([m1, 5])', 'what metric math does with a number in an array, in `SUM([m1, 5])`', 'Put metrics into arrays.'],
  ['1 / 0 + m1', 'what metric math does with a number divided by zero', 'Divide by another number.'],
])('does not guess what %s means', (expression, subject, remedy) => {
  expect(() => points(expression)).toThrow(new NotKnownError(subject, remedy));
});
