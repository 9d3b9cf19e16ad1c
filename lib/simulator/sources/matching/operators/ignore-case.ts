import type { ValueTest } from './value-test';

/** What a UTF-16 unit of a text may be: its lower case and its upper case, which can be longer: ß is SS. */
type Choice = readonly string[];

/** Whether a string equals a text, in whatever case. */
export function equalsIgnoreCase(text: string): ValueTest {
  const choices = choicesOf(text);
  return value => typeof value === 'string' && follow(choices, value) === value.length;
}

/** Whether a string starts with a text, in whatever case. */
export function prefixIgnoreCase(text: string): ValueTest {
  const choices = choicesOf(text);
  // event-ruler compares strings with their quotes, see `prefix`.
  return value => typeof value === 'string' && follow(choices, `${value}"`) >= 0;
}

/** Whether a string ends with a text, in whatever case. */
export function suffixIgnoreCase(text: string): ValueTest {
  const choices = choicesOf(text).reverse();
  return value => typeof value === 'string' && followBack(choices, `"${value}`);
}

/**
 * Cases are taken for each UTF-16 unit alone, as event-ruler does.
 * Half of a pair, as emoji have, is written as `?` in UTF-8, so such a character only matches `??`.
 */
function choicesOf(text: string): Choice[] {
  return text.split('').map(unit => isHalf(unit) ? ['?'] : [...new Set([unit.toLowerCase(), unit.toUpperCase()])]);
}

function isHalf(unit: string): boolean {
  return unit >= '\ud800' && unit <= '\udfff';
}

/** The length of the start of a value that makes the choices; -1 if it makes others. */
function follow(choices: readonly Choice[], value: string): number {
  let at = 0;
  for (const choice of choices) {
    const taken = choice.find(text => value.startsWith(text, at));
    if (taken === undefined) {
      return -1;
    }
    at += taken.length;
  }
  return at;
}

function followBack(choices: readonly Choice[], value: string): boolean {
  let end = value.length;
  for (const choice of choices) {
    const taken = choice.find(text => value.endsWith(text, end));
    if (taken === undefined) {
      return false;
    }
    end -= taken.length;
  }
  return true;
}
