import { TopologyError } from '../topology-error';

/** CloudFormation's own templates are at most a few dozen levels deep. */
const DEEPEST = 200;

/** A template of 1 MB has far fewer values. */
const MOST_VALUES = 5_000_000;

/**
 * Calls back for every object in a document, without recursion, so that no depth can exhaust the stack.
 *
 * @param where what a message calls the document
 * @throws TopologyError when the document is too deep or too large to be a template
 */
export function walk(document: unknown, where: string, visit: (value: Record<string, unknown>) => void): void {
  // One level after the other: that needs no depth per value.
  let level: object[] = typeof document === 'object' && document !== null ? [document] : [];
  let seen = 0;
  for (let depth = 1; level.length > 0; depth += 1) {
    const deeper: object[] = [];
    seen += level.length;
    if (depth > DEEPEST) {
      throw new TopologyError(`${where} is nested more than ${DEEPEST} levels deep. CloudFormation takes no such template: synthesize the app again.`);
    }
    if (seen > MOST_VALUES) {
      throw new TopologyError(`${where} has more than ${MOST_VALUES} objects. CloudFormation takes no such template: synthesize the app again.`);
    }
    for (const value of level) {
      if (!Array.isArray(value)) visit(value as Record<string, unknown>);
      for (const child of Array.isArray(value) ? value : Object.values(value)) {
        if (typeof child === 'object' && child !== null) deeper.push(child);
      }
    }
    level = deeper;
  }
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A property of a JSON object, never one that objects inherit. */
export function own(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
