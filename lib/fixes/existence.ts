import { valueAt } from './raw-values';
import { referencesIn } from './references';

/** A resource by its logical id, as the template of its stack has it; `undefined` if it is not one, or not known. */
export type ResourcesOfStack = (logicalId: string) => unknown;

/** The condition that a resource itself names. */
export function conditionOf(resource: unknown): string | undefined {
  const condition = valueAt(resource, ['Condition']);
  return typeof condition === 'string' ? condition : undefined;
}

/** The conditions that hold whenever a resource exists: its own, and those of all that it refers to, because it could not be deployed without them. */
export function certainConditions(resources: ResourcesOfStack, logicalId: string): ReadonlySet<string> {
  const seen = new Set([logicalId]);
  const conditions = new Set<string>();
  for (const id of seen) {
    const resource = resources(id);
    const condition = conditionOf(resource);
    if (condition !== undefined) {
      conditions.add(condition);
    }
    referencesIn(valueAt(resource, ['Properties'])).forEach(each => seen.add(each));
  }
  return conditions;
}

/** The conditions that resources themselves name. */
export function ownConditions(resources: ResourcesOfStack, logicalIds: readonly string[]): string[] {
  return logicalIds.flatMap(id => conditionOf(resources(id)) ?? []);
}

/** Whether some resources exist whenever another one does. */
export function existWith(resources: ResourcesOfStack, logicalId: string, others: readonly string[]): boolean {
  const needed = ownConditions(resources, others);
  return needed.length === 0 || (certain => needed.every(each => certain.has(each)))(certainConditions(resources, logicalId));
}

/**
 * Which of some resources has the condition under which all of them exist; `undefined` if none needs a condition.
 *
 * It is `'uncertain'` if that takes several conditions.
 */
export function rarest(resources: ResourcesOfStack, logicalIds: readonly string[]): string | undefined | 'uncertain' {
  if (ownConditions(resources, logicalIds).length === 0) {
    return undefined;
  }
  return logicalIds.find(id => conditionOf(resources(id)) !== undefined && existWith(resources, id, logicalIds)) ?? 'uncertain';
}
