import { createHash } from 'node:crypto';
import { Construct } from 'constructs';

/** How many characters of a hash tell things of one stack apart. */
const LENGTH = 8;

/** A short name for a text, the same on every machine. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, LENGTH);
}

/**
 * One text for all spellings of the same settings.
 *
 * Constructs count by their place in the app, whatever they are named, and what is not set counts for nothing.
 */
export function settingsKey(settings: object): string {
  return JSON.stringify(settings, (_, value) => {
    if (Construct.isConstruct(value)) {
      return value.node.addr;
    }
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => one < other ? -1 : 1))
      : value;
  });
}
