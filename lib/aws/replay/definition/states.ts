/** A state of the Amazon States Language. */
export type State = Readonly<Record<string, unknown>>;

/** States by name, and the first of them. */
export interface StateGroup {
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}

/** Where a state leads. */
export type Following = { readonly Next: string } | { readonly End: true };

/** A transition to a state, or the end without one. */
export function then(next?: string): Following {
  return next === undefined ? { End: true } : { Next: next };
}

/** A state that leads to the first of two others if a condition holds. */
export function choice(condition: State, next: string, otherwise: string): State {
  return { Type: 'Choice', Choices: [{ ...condition, Next: next }], Default: otherwise };
}
