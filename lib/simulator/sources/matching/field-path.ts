import { JsonNumber } from './json-number';

/** An element of a list of the event in which a value lies, and the elements around that. */
export interface Membership {
  readonly list: readonly unknown[];
  readonly index: number;
  readonly around: Membership | undefined;
}

/** Takes a value at the end of a path. Returns true to end the search. */
export type Visitor = (value: unknown, membership: Membership | undefined) => boolean;

/**
 * A path to a field of events, such as `detail.state`.
 *
 * Lists on the way are passed through: each element has the rest of the path.
 * A name may have dots itself, so `{"detail.state": 1}` and `{"detail": {"state": 1}}` both have this path.
 *
 * @see https://github.com/aws/event-ruler#json-array-matching
 */
export class FieldPath {
  /** @param emptyNames whether a field may have the empty name: event-ruler skips it unless a path goes through one */
  static of(path: string, emptyNames: boolean): FieldPath {
    const steps = new Map<number, FieldPath>();
    for (let start = path.length; start >= 0; start -= 1) {
      if (start === 0 || path[start - 1] === '.') {
        const heads = [...steps].reverse().filter(([next]) => emptyNames || next - 1 > start);
        steps.set(start, new FieldPath(path.slice(start), heads.map(([next, step]) => [path.slice(start, next - 1), step]), emptyNames));
      }
    }
    return steps.get(0)!;
  }

  readonly #whole: string;
  readonly #heads: ReadonlyArray<readonly [string, FieldPath]>;

  private constructor(whole: string, heads: ReadonlyArray<readonly [string, FieldPath]>, private readonly emptyNames: boolean) {
    this.#whole = whole;
    this.#heads = heads;
  }

  /** Visits each value at the path until a visitor returns true. Returns whether one did. */
  some(event: object, visitor: Visitor, membership?: Membership): boolean {
    if ((this.#whole !== '' || this.emptyNames) && Object.hasOwn(event, this.#whole)
      && visitEnds((event as Record<string, unknown>)[this.#whole], visitor, membership)) {
      return true;
    }
    for (const [name, rest] of this.#heads) {
      if (Object.hasOwn(event, name) && rest.#throughLists((event as Record<string, unknown>)[name], visitor, membership)) {
        return true;
      }
    }
    return false;
  }

  #throughLists(value: unknown, visitor: Visitor, membership: Membership | undefined): boolean {
    if (!Array.isArray(value)) {
      return isObject(value) && this.some(value, visitor, membership);
    }
    return someElement(value, membership, (element, within) => isObject(element) && this.some(element, visitor, within));
  }
}

function visitEnds(value: unknown, visitor: Visitor, membership: Membership | undefined): boolean {
  if (!Array.isArray(value)) {
    return !isObject(value) && value !== undefined && visitor(value, membership);
  }
  return someElement(value, membership, (element, _, around) => !isObject(element) && element !== undefined && visitor(element, around));
}

/**
 * Visits the elements of a list and of the lists in it, without recursion.
 *
 * A simple value belongs to no element: `["a", "b"]` has both at once.
 */
function someElement(
  list: readonly unknown[],
  membership: Membership | undefined,
  visit: (element: unknown, within: Membership, around: Membership | undefined) => boolean,
): boolean {
  const open: Array<[readonly unknown[], Membership | undefined]> = [[list, membership]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [elements, around] = next;
    for (let index = 0; index < elements.length; index += 1) {
      const element = elements[index];
      const within = { list: elements, index, around };
      if (Array.isArray(element)) {
        open.push([element, within]);
      } else if (visit(element, within, around)) {
        return true;
      }
    }
  }
  return false;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof JsonNumber);
}
