import { UsageError } from './usage-error';

/**
 * The refusal of a qualifier that the app does not know.
 *
 * @param fn the function, as the user wrote it
 * @param known what the user can write instead: names with their qualifiers
 */
export function unknownQualifier(qualifier: string, fn: string, known: readonly string[]): UsageError {
  return new UsageError(`the app knows no qualifier ${JSON.stringify(qualifier)} of function ${JSON.stringify(fn)}. Use one of these:\n${known.map(name => `  ${name}`).join('\n')}`);
}
