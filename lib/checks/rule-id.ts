/** Who the rules belong to, where those of others stand beside them. */
export const OWNER = 'cdk-async-invoke';

/** The id of a rule as people type it where others have rules, too, e.g. `cdk-async-invoke:FifoQueueDestination`. */
export function qualifiedId(id: string): string {
  return `${OWNER}:${id}`;
}

/** The id of a rule without its owner, which is written with one colon or, as aws-cdk-lib does for plugins, with two. */
export function idOf(text: string): string {
  return text.replace(new RegExp(`^${OWNER}::?`), '');
}
