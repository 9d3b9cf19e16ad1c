import { TopologyError } from '../topology-error';

/** CloudFormation's own templates are at most a few dozen levels deep. */
const DEEPEST = 200;

/** A template of 1 MB has far fewer values. */
const MOST_VALUES = 5_000_000;

/** What is done with every named value in a document. */
type Visit = (name: string, value: unknown) => void;

/**
 * Calls back for every named value in a document.
 *
 * @param where what a message calls the document
 * @throws TopologyError when the document is too deep or too large to be a template
 */
export function walk(document: unknown, where: string, visit?: Visit): void {
  const budget = { left: MOST_VALUES };
  if (typeof document === 'object' && document !== null) descend(document, 1, where, budget, visit);
}

/** Recursion is safe: its depth is the one that is checked. */
function descend(value: object, depth: number, where: string, budget: { left: number }, visit?: Visit): void {
  budget.left -= 1;
  if (depth > DEEPEST) {
    throw new TopologyError(`${where} is nested more than ${DEEPEST} levels deep. CloudFormation takes no such template: synthesize the app again.`);
  }
  if (budget.left < 0) {
    throw new TopologyError(`${where} has more than ${MOST_VALUES} objects. CloudFormation takes no such template: synthesize the app again.`);
  }
  if (Array.isArray(value)) {
    for (const item of value) {
      if (typeof item === 'object' && item !== null) descend(item, depth + 1, where, budget, visit);
    }
    return;
  }
  for (const name of Object.keys(value)) {
    const child = (value as Record<string, unknown>)[name];
    visit?.(name, child);
    if (typeof child === 'object' && child !== null) descend(child, depth + 1, where, budget, visit);
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
