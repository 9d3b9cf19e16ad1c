import { inspect } from '../doors/inspect';
import { writtenPath } from '../topology';

/** Something that a test finds by name. */
export interface Named {
  readonly name: string;
  readonly arn?: string;
  readonly key?: string;
  readonly logicalId?: string;

  /** Its construct path. */
  readonly path?: string;
}

/** The hash that aws-cdk-lib appends to a logical id. */
const HASH = /[0-9A-F]{8}$/;

/** The ways to name a thing, the most specific first. */
const WAYS: ReadonlyArray<(thing: Named, handle: string) => boolean> = [
  (thing, handle) => wholeNames(thing).includes(handle),
  ({ path }, handle) => path?.endsWith(`/${handle}`) === true || writtenPath(path)?.endsWith(`/${handle}`) === true,
  ({ logicalId }, handle) => logicalId?.replace(HASH, '') === handle,
  // Templates in memory have no paths, but the logical id of a nested construct ends with its own id.
  ({ logicalId }, handle) => /^[A-Z]/.test(handle) && logicalId?.replace(HASH, '').endsWith(handle) === true,
];

/**
 * Finds a thing by its name, its ARN, its construct path or the end of it, or its logical id, with or without the hash.
 *
 * @param what the word for such a thing in messages, e.g. "function"
 * @throws Error if no thing, or more than one, has that name
 */
export function called<T>(things: Iterable<T>, nameOf: (thing: T) => Named, handle: string, what: string): T {
  if (typeof handle !== 'string') {
    throw new TypeError(`\`handle\` must be a string that names a ${what}, got: ${inspect(handle)}`);
  }
  const all = [...things];
  for (const way of WAYS) {
    const found = all.filter(thing => way(nameOf(thing), handle));
    if (found.length === 1) {
      return found[0];
    }
    if (found.length > 1) {
      throw new Error(`Several ${what}s are called \`${handle}\`: ${listed(found.map(nameOf))}. Use one of these names.`);
    }
  }
  throw new Error(`No ${what} is called \`${handle}\`. ${all.length === 0 ? `The app has no ${what}.` : `There are: ${listed(all.map(nameOf))}.`}`);
}

/** Whether a handle names a thing in any of the ways. */
export function isCalled(thing: Named, handle: string): boolean {
  return WAYS.some(way => way(thing, handle));
}

/**
 * Things by each whole name that only one of them has.
 *
 * Without it, naming each of n functions once would look at n² names.
 */
export function byWholeName<T>(things: Iterable<T>, nameOf: (thing: T) => Named): Map<string, T> {
  const named = new Map<string, T>();
  const shared = new Set<string>();
  for (const thing of things) {
    for (const name of wholeNames(nameOf(thing))) {
      if (name === undefined) {
        continue;
      }
      const other = named.get(name);
      if (other === undefined) {
        named.set(name, thing);
      } else if (other !== thing) {
        shared.add(name);
      }
    }
  }
  shared.forEach(name => named.delete(name));
  return named;
}

function wholeNames({ name, arn, key, logicalId, path }: Named): Array<string | undefined> {
  return [name, arn, key, logicalId, path, writtenPath(path)];
}

/** The construct path of a thing, or its logical id if there is no path, as with templates in memory. */
export function shown({ path, logicalId, name }: Named): string {
  return writtenPath(path) ?? logicalId ?? name;
}

function listed(things: readonly Named[]): string {
  return things.map(({ path, key, name }) => `\`${writtenPath(path) ?? key ?? name}\``).join(', ');
}
