import { inspect } from 'node:util';
import { writtenPath } from '../topology';

/** Something that testers call by name. */
export interface Named {
  readonly name: string;
  readonly arn?: string;
  readonly key?: string;
  readonly logicalId?: string;

  /** Its construct path. */
  readonly path?: string;
}

/** What aws-cdk-lib appends to the logical id, to tell equal ones apart. */
const HASH = /[0-9A-F]{8}$/;

/** The ways to call a thing, the surest first. */
const WAYS: ReadonlyArray<(thing: Named, handle: string) => boolean> = [
  ({ name, arn, key, logicalId, path }, handle) => [name, arn, key, logicalId, path, writtenPath(path)].includes(handle),
  ({ path }, handle) => path?.endsWith(`/${handle}`) === true || writtenPath(path)?.endsWith(`/${handle}`) === true,
  ({ logicalId }, handle) => logicalId?.replace(HASH, '') === handle,
  // The logical id of a construct within others ends with its own id; templates in memory have no paths.
  ({ logicalId }, handle) => /^[A-Z]/.test(handle) && logicalId?.replace(HASH, '').endsWith(handle) === true,
];

/**
 * Finds what a tester means: by name, by construct path or its end, or by logical id, with or without the hash, or its end.
 *
 * @param what what to call the things in messages, e.g. "function"
 * @throws Error when there is none, or when there are several
 */
export function called<T>(things: Iterable<T>, nameOf: (thing: T) => Named, handle: string, what: string): T {
  if (typeof handle !== 'string') throw new TypeError(`A ${what} must be called by a text, got: ${inspect(handle)}`);
  const all = [...things];
  for (const way of WAYS) {
    const found = all.filter(thing => way(nameOf(thing), handle));
    if (found.length === 1) return found[0];
    if (found.length > 1) {
      throw new Error(`Several ${what}s are called \`${handle}\`: ${listed(found.map(nameOf))}. Use one of these names.`);
    }
  }
  throw new Error(`No ${what} is called \`${handle}\`. ${all.length === 0 ? `The app has no ${what}.` : `There are: ${listed(all.map(nameOf))}.`}`);
}

/** By its construct path, as the command line calls it; templates in memory may have none. */
export function shown({ path, logicalId, name }: Named): string {
  return writtenPath(path) ?? logicalId ?? name;
}

function listed(things: readonly Named[]): string {
  return things.map(({ path, key, name }) => `\`${writtenPath(path) ?? key ?? name}\``).join(', ');
}
