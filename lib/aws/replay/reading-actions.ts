const DELETION = /:Delete/;

/** The actions of a list that delete nothing: what a plan may do. */
export function readingActions(actions: readonly string[]): string[] {
  return actions.filter(action => !DELETION.test(action));
}
