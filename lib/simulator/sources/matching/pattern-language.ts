/** What one service takes of the language of event patterns. */
export interface PatternLanguage {
  /** The parameter that holds patterns, as messages name it. */
  readonly parameter: string;

  /**
   * Checks whether the service has an operator. Without this function, it has all.
   *
   * @param operator the operator, e.g. `wildcard`
   * @param operand what the operator is applied to, e.g. `{ prefix: 'x' }` for `anything-but`
   * @param place the parameter and the path in it
   * @throws InvalidPatternError if the service lacks the operator
   * @throws NotKnownError if its documentation leaves that open
   */
  admit?(operator: string, operand: unknown, place: string): void;

  /**
   * Checks a number.
   *
   * @throws InvalidPatternError if the service refuses the number
   */
  admitNumber?(value: number, place: string): void;

  /** Whether a value counts for `{ "exists": true }`. Without this function, each one does. */
  exists?(value: unknown): boolean;

  /**
   * Checks a value of an event that is compared with numbers.
   *
   * @throws NotKnownError if the documentation leaves open how the service compares it
   */
  checkCompared?(value: unknown, place: string): void;
}

/** The operator in an operand, e.g. `prefix` in `{ prefix: 'x' }`. */
export function innerOperator(operand: unknown): string | undefined {
  return typeof operand === 'object' && operand !== null && !Array.isArray(operand) ? Object.keys(operand)[0] : undefined;
}
