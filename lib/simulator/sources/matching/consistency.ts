import type { Membership } from './field-path';

/** The element of each list from which values have been taken so far. */
export type Elements = ReadonlyMap<readonly unknown[], number>;

/**
 * Adds the elements in which a value lies to those taken so far.
 *
 * @returns undefined if the value lies in another element of one of the lists
 */
export function taken(elements: Elements, membership: Membership | undefined): Elements | undefined {
  if (!isConsistent(elements, membership)) {
    return undefined;
  }
  const added = new Map(elements);
  for (let each = membership; each !== undefined; each = each.around) {
    added.set(each.list, each.index);
  }
  return added;
}

/** Whether a value lies in no other element of a list than values so far. */
export function isConsistent(elements: Elements, membership: Membership | undefined): boolean {
  for (let each = membership; each !== undefined; each = each.around) {
    if ((elements.get(each.list) ?? each.index) !== each.index) {
      return false;
    }
  }
  return true;
}
