import { writeJson } from './exact-json';
import { quoted } from '../../../constraints/violation';

/** A service refuses a pattern, a filter policy or an input of a target when it is declared. */
export class InvalidPatternError extends Error {
  /**
   * @param place the parameter and the path in it, e.g. `EventPattern.detail.state[0]`
   * @param rule what the value must be, to follow "must "
   * @param got the value, or a text that describes it
   * @param remedy what to do, as a sentence without its full stop
   */
  constructor(place: string, rule: string, got: string, remedy: string) {
    super(`\`${place}\` must ${rule}, got: ${got}. ${remedy}.`);
    this.name = 'InvalidPatternError';
  }
}

/** A value of a pattern as it stands in a message: patterns hold no secrets, so lists and objects are shown. */
export function shown(value: unknown): string {
  return typeof value === 'object' && value !== null ? cut(writeJson(value)) : quoted(value);
}

function cut(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text;
}
