import { isObject } from './branches';
import { NotKnownError } from '../../state/not-known-error';

/** The value at a path; `undefined` if there is none. */
export type JsonPath = (value: unknown) => unknown;

const SEGMENT = /\.([\w/-]+)|\[(\d+)\]|(\.\*|\[\*\])/gy;

/**
 * Compiles a JSON path of EventBridge: `$`, names after dots, indices and wildcards.
 *
 * A wildcard makes a list of all values that the rest of the path finds.
 *
 * @throws NotKnownError for other syntax, which EventBridge does not document
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export function jsonPath(path: string, place: string): JsonPath {
  const steps: Array<string | number | typeof ALL> = [];
  let end = path.startsWith('$') ? 1 : 0;
  for (const [segment, name, index] of path.slice(end).matchAll(SEGMENT)) {
    steps.push(name ?? (index === undefined ? ALL : Number(index)));
    end += segment.length;
  }
  if (end !== path.length || path === '') {
    throw new NotKnownError(`what \`${place}\` finds by the path ${path}`, 'Use `$`, names of letters, digits, `-`, `_` and `/` after dots, indices such as [0], and `*`.');
  }
  const isList = steps.includes(ALL);
  return value => {
    const found = steps.reduce<unknown[]>((values, step) => values.flatMap(each => next(each, step)), [value]);
    return isList && found.length > 0 ? found : found[0];
  };
}

/** All elements of a list, or all values of an object. */
const ALL = Symbol('*');

function next(value: unknown, step: string | number | typeof ALL): unknown[] {
  if (step === ALL) {
    return Array.isArray(value) ? value as unknown[] : isObject(value) ? Object.values(value) : [];
  }
  const has = typeof step === 'number' ? Array.isArray(value) && step < value.length : isObject(value) && Object.hasOwn(value, step);
  return has ? [(value as Record<string | number, unknown>)[step]] : [];
}
