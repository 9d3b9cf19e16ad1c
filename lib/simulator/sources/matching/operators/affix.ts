import type { ValueTest } from './value-test';

/**
 * Whether a string starts with a text.
 *
 * event-ruler compares strings with their quotes, so a text that ends with a quote also matches the string up to there.
 */
export function prefix(text: string): ValueTest {
  const whole = text.endsWith('"') ? text.slice(0, -1) : undefined;
  return value => typeof value === 'string' && (value.startsWith(text) || value === whole);
}

/** Whether a string ends with a text. A text that starts with a quote also matches the string from there. */
export function suffix(text: string): ValueTest {
  const whole = text.startsWith('"') ? text.slice(1) : undefined;
  return value => typeof value === 'string' && (value.endsWith(text) || value === whole);
}
