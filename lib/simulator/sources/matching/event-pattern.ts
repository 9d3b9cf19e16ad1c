import { branchMatch } from './branch-match';
import { branchesOf } from './branches';
import { jsonValue } from './exact-json';
import type { PatternLanguage } from './pattern-language';

/** The language of rules of an event bus: all of it. */
const EVENT_BUS: PatternLanguage = { parameter: 'EventPattern' };

/**
 * Compiles an event pattern of EventBridge. The function that it returns says whether an event matches.
 *
 * Events and patterns are values of `JSON.parse`, or a `JsonText`, which keeps numbers that no double holds.
 * EventBridge compares numbers as doubles, so 1, 1.0 and 1e0 are equal. It compares a number that no double holds by its text.
 *
 * @throws InvalidPatternError if EventBridge refuses the pattern
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html
 * @see https://github.com/aws/event-ruler, the matcher of the service
 */
export function compiledPattern(pattern: object, language: PatternLanguage = EVENT_BUS): (event: unknown) => boolean {
  const branches = branchesOf(jsonValue(pattern), language);
  const matches = branches.map(branchMatch);
  const [only] = matches;
  const match = matches.length === 1 ? only : (event: object) => matches.some(each => each(event));
  return event => {
    const value = jsonValue(event);
    return typeof value === 'object' && value !== null && !Array.isArray(value) && match(value);
  };
}
