import type { Change } from './change';

/** Whether two changes do the same. */
export function isSame(one: Change, other: Change): boolean {
  return one.kind === other.kind && placeOf(one) === placeOf(other) && JSON.stringify(unmarked(one)) === JSON.stringify(unmarked(other));
}

/** A change without its mark that an earlier fix makes it, too. */
export function unmarked<T extends Change>(change: T): T {
  return 'again' in change ? { ...change, again: undefined } : change;
}

function placeOf(change: Change): string {
  return change.kind === 'add' ? change.logicalId : change.resource;
}
