import { idOf } from './rule-id';

/** Thrown if an excluded rule does not exist. */
export class UnknownRuleError extends Error {
  readonly name = 'UnknownRuleError';
}

/**
 * The excluded ids, without their owner.
 *
 * @param exclude ids, with or without `cdk-async-invoke:` before them
 * @param known all ids
 * @param option the name of the list in messages
 * @throws UnknownRuleError naming the known ids
 */
export function excludedIds(exclude: readonly string[], known: readonly string[], option: string): ReadonlySet<string> {
  const ids = exclude.map(idOf);
  const stranger = ids.find(id => !known.includes(id));
  if (stranger !== undefined) {
    throw new UnknownRuleError(`\`${option}\` must name rules that exist, got: ${JSON.stringify(stranger)}. The rules are: ${[...known].sort().join(', ')}.`);
  }
  return new Set(ids);
}
