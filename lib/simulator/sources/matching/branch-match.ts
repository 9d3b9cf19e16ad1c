import type { Branch } from './branches';
import { isConsistent, taken, type Elements } from './consistency';
import { FieldPath, type Membership } from './field-path';
import type { ValueTest } from './operators/value-test';

interface Field {
  readonly path: FieldPath;
  readonly absent: boolean;
  readonly test: ValueTest;
}

/**
 * How a field of an event meets its values, regarded alone.
 *
 * - `none`: no value matches;
 * - `bound`: a value matches that lies in an element of a list;
 * - `free`: a value matches that lies in no element, or the field may be absent and is.
 */
type Fit = 'none' | 'bound' | 'free';

/**
 * Makes a function that matches events against a branch.
 *
 * All values must lie in the same element of each list: `{"a": {"b": [1], "c": [2]}}` does not match `{"a": [{"b": 1}, {"c": 2}]}`.
 *
 * @see https://github.com/aws/event-ruler#json-array-matching
 */
export function branchMatch(branch: Branch): (event: object) => boolean {
  const emptyNames = [...branch.keys()].some(hasEmptyName);
  // In the order in which event-ruler takes them. It decides which elements are taken when a field must be absent.
  const fields = [...branch]
    .sort(([a], [b]) => a < b ? -1 : 1)
    .map(([path, { absent, test }]): Field => ({ path: FieldPath.of(path, emptyNames), absent, test }));
  return event => {
    let free = true;
    for (const field of fields) {
      const fit = fitOf(event, field);
      if (fit === 'none' && !field.absent) {
        return false;
      }
      free &&= fit === 'free';
    }
    return free || fields.length === 1 && fitOf(event, fields[0]) === 'bound' || isMetTogether(event, fields);
  };
}

function fitOf(event: object, { path, absent, test }: Field): Fit {
  let fit: Fit = 'none';
  let present = false;
  path.some(event, (value, membership) => {
    present = true;
    if (test(value)) {
      fit = membership === undefined ? 'free' : 'bound';
    }
    return (fit as Fit) === 'free';
  });
  return absent && !present ? 'free' : fit;
}

/** What an event has for a field: the places of all its values, and of those that match. */
interface Found {
  readonly absent: boolean;
  readonly all: ReadonlyArray<Membership | undefined>;
  readonly matching: ReadonlyArray<Membership | undefined>;
}

function isMetTogether(event: object, fields: readonly Field[]): boolean {
  return related(fields.map(field => valuesOf(event, field))).every(isMet);
}

/** Groups fields that have values in the same list. Others do not restrict each other, so they need not be tried together. */
function related(fields: readonly Found[]): Array<readonly Found[]> {
  let groups: Array<{ readonly fields: readonly Found[]; readonly lists: ReadonlySet<readonly unknown[]> }> = [];
  for (const field of fields) {
    const lists = new Set(field.all.flatMap(listsOf));
    const near = groups.filter(group => [...lists].some(list => group.lists.has(list)));
    const members = new Set([field, ...near.flatMap(group => group.fields)]);
    groups = [
      ...groups.filter(group => !near.includes(group)),
      { fields: fields.filter(each => members.has(each)), lists: new Set([...lists, ...near.flatMap(group => [...group.lists])]) },
    ];
  }
  return groups.map(group => group.fields);
}

function listsOf(membership: Membership | undefined): Array<readonly unknown[]> {
  const lists = [];
  for (let each = membership; each !== undefined; each = each.around) {
    lists.push(each.list);
  }
  return lists;
}

/** Whether values of fields that share lists lie in the same elements. */
function isMet(fields: readonly Found[]): boolean {
  const lastAbsent = fields.map(({ absent }) => absent).lastIndexOf(true);
  return isMetFrom(0, new Map());

  function isMetFrom(index: number, elements: Elements): boolean {
    if (index === fields.length) {
      return true;
    }
    const { absent, all, matching } = fields[index];
    if (absent && !all.some(membership => isConsistent(elements, membership)) && isMetFrom(index + 1, elements)) {
      return true;
    }
    // A value that lies in no element leaves most to the fields that follow, unless one of them must be absent.
    const choices = index >= lastAbsent && matching.includes(undefined) ? [undefined] : matching;
    return choices.some(membership => {
      const next = taken(elements, membership);
      return next !== undefined && isMetFrom(index + 1, next);
    });
  }
}

function valuesOf(event: object, { path, absent, test }: Field): Found {
  const all: Array<Membership | undefined> = [];
  const matching: Array<Membership | undefined> = [];
  path.some(event, (value, membership) => {
    all.push(membership);
    if (test(value)) {
      matching.push(membership);
    }
    return false;
  });
  return { absent, all, matching };
}

/** Whether event-ruler looks for fields with the empty name because of a path: not because of one that ends with a dot. */
function hasEmptyName(path: string): boolean {
  return path === '' || /^\.+[^.]|[^.]\.\.+[^.]/.test(path);
}
