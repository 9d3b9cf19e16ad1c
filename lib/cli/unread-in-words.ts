import type { Unread } from '../topology';

/** The parts of an app that could not be read, as one block; none if everything was read. */
export function unreadInWords(parts: readonly Unread[]): string[] {
  return parts.length === 0 ? [] : [['not everything could be read:', ...parts.map(({ stack, reason }) => `  ${stack}: ${reason}`)].join('\n')];
}
