import { TopologyError } from '../topology-error';

/** CloudFormation's own templates are at most a few dozen levels deep. */
const DEEPEST = 200;

/** A template of 1 MB has far fewer values. */
const MOST_VALUES = 5_000_000;

/** Adds findings from the value of a name. */
export type Gather = (value: unknown, found: string[]) => void;

/**
 * Walks through a document and gathers findings from the values of some names, at any depth.
 *
 * @param where the name of the document in messages
 * @throws TopologyError if the document is too deep or too large for a template
 */
export function walk(document: unknown, where: string, gathers?: ReadonlyMap<string, Gather>): string[] {
  const found: string[] = [];
  if (typeof document === 'object' && document !== null) {
    descend(document, 1, { where, gathers, found, left: MOST_VALUES });
  }
  return found;
}

interface Walk {
  readonly where: string;
  readonly gathers?: ReadonlyMap<string, Gather>;
  readonly found: string[];

  /** The number of objects that may follow. */
  left: number;
}

/** Recursion is safe, because its depth is checked. */
function descend(value: object, depth: number, way: Walk): void {
  way.left -= 1;
  if (depth > DEEPEST || way.left < 0) {
    const tooMuch = depth > DEEPEST ? `is nested more than ${DEEPEST} levels deep` : `has more than ${MOST_VALUES} objects`;
    throw new TopologyError(`${way.where} ${tooMuch}. CloudFormation refuses such a template. Synthesize the app again.`);
  }
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      const item: unknown = value[index];
      if (typeof item === 'object' && item !== null) {
        descend(item, depth + 1, way);
      }
    }
    return;
  }
  for (const name in value) {
    const child = (value as Record<string, unknown>)[name];
    way.gathers?.get(name)?.(child, way.found);
    if (typeof child === 'object' && child !== null) {
      descend(child, depth + 1, way);
    }
  }
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own property of a JSON object. */
export function own(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) && !Array.isArray(value)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
