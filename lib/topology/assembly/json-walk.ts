import { TopologyError } from '../topology-error';

/** CloudFormation's own templates are at most a few dozen levels deep. */
const DEEPEST = 200;

/** A template of 1 MB has far fewer values. */
const MOST_VALUES = 5_000_000;

/** Refuses documents that are too deep or too large for a template, so that later recursion over them is safe. */
export class SizeCheck {
  /** The number of objects that may follow. */
  private left = MOST_VALUES;

  /** @param where spells out the name of a document in messages */
  constructor(private readonly where: (name: string) => string) {}

  /** @throws TopologyError if the document is too deep or too large */
  check(document: unknown, name: string): void {
    if (this.fits(document, 1)) {
      return;
    }
    const tooMuch = this.left < 0 ? `has more than ${MOST_VALUES} objects` : `is nested more than ${DEEPEST} levels deep`;
    throw new TopologyError(`${this.where(name)} ${tooMuch}. CloudFormation refuses such a template. Synthesize the app again.`);
  }

  /** Whether all documents together would pass: then none needs a check of its own. */
  fitTogether(documents: object): boolean {
    return this.fits(documents, 0);
  }

  private fits(document: unknown, depth: number): boolean {
    this.left = MOST_VALUES;
    return typeof document !== 'object' || document === null || this.descend(document, depth);
  }

  private descend(value: object, depth: number): boolean {
    this.left -= 1;
    if (depth > DEEPEST || this.left < 0) {
      return false;
    }
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index += 1) {
        const item: unknown = value[index];
        if (typeof item === 'object' && item !== null && !this.descend(item, depth + 1)) {
          return false;
        }
      }
      return true;
    }
    for (const key in value) {
      const child = (value as Record<string, unknown>)[key];
      if (typeof child === 'object' && child !== null && !this.descend(child, depth + 1)) {
        return false;
      }
    }
    return true;
  }
}

/** Adds findings from the value of a name. */
export type Gather = (value: unknown, found: string[]) => void;

/** The findings from the values of some names, at any depth. The size of the document must be checked. */
export function gathered(document: object, gathers: ReadonlyMap<string, Gather>): string[] {
  const found: string[] = [];
  gather(document, gathers, found);
  return found;
}

function gather(value: object, gathers: ReadonlyMap<string, Gather>, found: string[]): void {
  if (Array.isArray(value)) {
    for (const item of value) {
      if (typeof item === 'object' && item !== null) {
        gather(item, gathers, found);
      }
    }
    return;
  }
  for (const name in value) {
    const child = (value as Record<string, unknown>)[name];
    gathers.get(name)?.(child, found);
    if (typeof child === 'object' && child !== null) {
      gather(child, gathers, found);
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
