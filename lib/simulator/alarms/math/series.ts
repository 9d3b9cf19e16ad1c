import { NotKnownError } from '../../state/not-known-error';

/** The values of a metric over the periods of an evaluation, the most recent one last; `undefined` where it has none. */
export type Points = ReadonlyArray<number | undefined>;

/** A scalar: "S" in the tables of the user guide. */
export interface Scalar {
  readonly kind: 'scalar';
  readonly value: number;
}

/** A time series: "TS". */
export interface Series {
  readonly kind: 'series';
  readonly points: Points;
}

/** An array of time series: "TS[]". */
export interface SeriesArray {
  readonly kind: 'array';
  readonly members: readonly Series[];
}

/** A value of metric math. */
export type Value = Scalar | Series | SeriesArray;

/** An operation on two numbers; `undefined` if it has no result, as a division by zero. */
export type Operation = (one: number, other: number) => number | undefined;

export function scalar(value: number): Scalar {
  return { kind: 'scalar', value };
}

export function series(points: Points): Series {
  return { kind: 'series', points };
}

/**
 * Applies an operation to two values, point by point.
 *
 * "Missing values in a time series are treated as 0. If the value of a data point causes a function to attempt to divide by
 * zero, the data point is dropped." Where neither series has a value, there is no timestamp.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 *
 * @param name the operator, for messages
 */
export function combined(name: string, operation: Operation, one: Value, other: Value): Value {
  if (one.kind === 'array' && other.kind === 'array') {
    throw new NotKnownError(`what \`${name}\` of metric math does with two arrays of time series`, 'Combine each pair of metrics, or their sums.');
  }
  if (one.kind === 'array') {
    return { kind: 'array', members: one.members.map(member => combined(name, operation, member, other) as Series) };
  }
  if (other.kind === 'array') {
    return { kind: 'array', members: other.members.map(member => combined(name, operation, one, member) as Series) };
  }
  if (one.kind === 'scalar' && other.kind === 'scalar') {
    const value = operation(one.value, other.value);
    if (value === undefined) {
      throw new NotKnownError('what metric math does with a number divided by zero', 'Divide by another number.');
    }
    return scalar(value);
  }
  const length = one.kind === 'series' ? one.points.length : (other as Series).points.length;
  return series(Array.from({ length }, (_, index) => {
    const [left, right] = [pointOf(one, index), pointOf(other, index)];
    const isThere = (one.kind === 'series' && left !== undefined) || (other.kind === 'series' && right !== undefined);
    return isThere ? operation(left ?? 0, right ?? 0) : undefined;
  }));
}

/** Applies a function to each value. */
export function mapped(value: Value, change: (point: number) => number): Value {
  switch (value.kind) {
    case 'scalar': return scalar(change(value.value));
    case 'series': return series(value.points.map(point => point === undefined ? undefined : change(point)));
    case 'array': return { kind: 'array', members: value.members.map(member => mapped(member, change) as Series) };
  }
}

/** The value at a period. A scalar has it everywhere. */
export function pointOf(value: Scalar | Series, index: number): number | undefined {
  return value.kind === 'scalar' ? value.value : value.points[index];
}
