import { mapped, pointOf, series, type Points, type Series, type Value } from './series';
import { NotKnownError } from '../../state/not-known-error';

/** A function of metric math. */
type MathFunction = (args: readonly Value[]) => Value;

const FUNCTIONS: Readonly<Record<string, MathFunction>> = {
  SUM: args => aggregated('SUM', args, points => sum(present(points))),
  // "Missing values are treated as 0."
  AVG: args => aggregated('AVG', args, points => sum(present(points)) / points.length),
  MIN: args => aggregated('MIN', args, points => Math.min(...present(points))),
  MAX: args => aggregated('MAX', args, points => Math.max(...present(points))),
  ABS: args => mapped(only('ABS', args), Math.abs),
  CEIL: args => mapped(only('CEIL', args), Math.ceil),
  FLOOR: args => mapped(only('FLOOR', args), Math.floor),
  FILL: filled,
  IF: chosen,
};

/**
 * Calls a function of metric math.
 *
 * @throws NotKnownError for functions and arguments that the simulator does not know
 */
export function call(name: string, args: readonly Value[]): Value {
  if (!Object.hasOwn(FUNCTIONS, name)) {
    throw new NotKnownError(`the function \`${name}\` of metric math`, `Use ${[...Object.keys(FUNCTIONS), 'RATE', 'PERIOD', 'METRICS'].join(', ')}, or operators.`);
  }
  return FUNCTIONS[name](args);
}

/**
 * The change of a series per second.
 *
 * "This is calculated as the difference between the latest data point value and the previous data point value, divided by the
 * time difference in seconds between the two values."
 *
 * @param period of the series, in seconds
 */
export function rate(args: readonly Value[], period: number): Value {
  const value = only('RATE', args);
  if (value.kind === 'array') {
    return { kind: 'array', members: value.members.map(member => rate([member], period) as Series) };
  }
  if (value.kind === 'scalar') {
    throw unknownArguments('RATE');
  }
  let previous: number | undefined;
  return series(value.points.map((point, index) => {
    if (point === undefined) {
      return undefined;
    }
    const before = previous;
    previous = index;
    return before === undefined ? undefined : (point - value.points[before]!) / ((index - before) * period);
  }));
}

/** The error about arguments whose meaning is not known. */
export function unknownArguments(name: string): NotKnownError {
  return new NotKnownError(`what \`${name}\` of metric math does with these arguments`, 'Give it the arguments that the CloudWatch user guide lists, "Using math expressions with CloudWatch metrics".');
}

/** One series out of an array, by a function of the points of each period. */
function aggregated(name: string, args: readonly Value[], aggregate: (points: Points) => number): Value {
  const value = only(name, args);
  if (value.kind !== 'array' || value.members.length === 0) {
    throw new NotKnownError(`over which periods an alarm computes \`${name}\` of a single time series`, `Give \`${name}\` an array, e.g. ${name}([m1, m2]) or ${name}(METRICS()).`);
  }
  const { members } = value;
  return series(members[0].points.map((_, index) => {
    const points = members.map(member => member.points[index]);
    return points.every(point => point === undefined) ? undefined : aggregate(points);
  }));
}

/** "Fills the missing values of a metric with the specified filler value." */
function filled(args: readonly Value[]): Value {
  const [value, filler] = args;
  if (args.length !== 2 || value.kind === 'scalar' || filler.kind === 'array') {
    throw unknownArguments('FILL');
  }
  return value.kind === 'array'
    ? { kind: 'array', members: value.members.map(member => filled([member, filler]) as Series) }
    : series(value.points.map((point, index) => point ?? pointOf(filler, index)));
}

/**
 * `IF(condition, trueValue, falseValue)`, by the tables of "Using IF expressions".
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 */
function chosen(args: readonly Value[]): Value {
  const [condition, whenTrue, whenFalse] = args;
  if (args.length < 2 || args.length > 3 || condition.kind === 'array' || whenTrue.kind === 'array' || whenFalse?.kind === 'array') {
    throw unknownArguments('IF');
  }
  if (condition.kind === 'scalar') {
    if (whenTrue.kind === 'scalar') {
      throw unknownArguments('IF');
    }
    return condition.value !== 0 ? whenTrue : whenFalse ?? series(whenTrue.points.map(() => undefined));
  }
  return series(condition.points.map((point, index) => {
    if (point === undefined) {
      // The tables have a value here only for a metric if true and a number if false.
      const isThere = whenFalse?.kind === 'scalar' && whenTrue.kind === 'series' && whenTrue.points[index] !== undefined;
      return isThere ? whenFalse.value : undefined;
    }
    return point !== 0 ? pointOf(whenTrue, index) ?? 0 : whenFalse && pointOf(whenFalse, index);
  }));
}

function only(name: string, args: readonly Value[]): Value {
  if (args.length !== 1) {
    throw unknownArguments(name);
  }
  return args[0];
}

function present(points: Points): number[] {
  return points.filter(point => point !== undefined);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
