import { JsonText } from '../../../../../lib/simulator/json-text';
import { compiledPattern } from '../../../../../lib/simulator/sources/matching/event-pattern';
import { InvalidPatternError } from '../../../../../lib/simulator/sources/matching/invalid-pattern-error';
import { NotKnownError } from '../../../../../lib/simulator/state/not-known-error';

/** What we make of a pattern and an event: `1` if the event matches, `0` if not, `x` and the reason if the pattern is refused or not known. */
export function verdict(pattern: string, event: string): string {
  try {
    return compiledPattern(new JsonText(pattern))(new JsonText(event)) ? '1' : '0';
  } catch (error) {
    if (error instanceof InvalidPatternError || error instanceof NotKnownError) {
      return `x ${error.message}`;
    }
    throw error;
  }
}
