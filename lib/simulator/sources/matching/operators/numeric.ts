import type { ValueTest } from './value-test';

type Comparison = '<' | '<=' | '>' | '>=';

/** A bound of a range. */
export interface Bound {
  readonly operator: Comparison;
  readonly value: number;
}

/** Whether a number is within one bound or two. */
export function within(...bounds: readonly Bound[]): ValueTest {
  const [first, second] = bounds.map(bound);
  return second === undefined
    ? value => typeof value === 'number' && Number.isFinite(value) && first(value)
    : value => typeof value === 'number' && first(value) && second(value);
}

function bound({ operator, value: limit }: Bound): (value: number) => boolean {
  switch (operator) {
    case '<': return value => value < limit;
    case '<=': return value => value <= limit;
    case '>': return value => value > limit;
    case '>=': return value => value >= limit;
  }
}
