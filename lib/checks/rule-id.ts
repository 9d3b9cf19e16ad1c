/** The owner of the rules, in places with rules of several owners. */
export const OWNER = 'cdk-async-invoke';

/** The id of a rule with its owner, e.g. `cdk-async-invoke:FifoQueueDestination`. */
export function qualifiedId(id: string): string {
  return `${OWNER}:${id}`;
}

/** The id of a rule without its owner. The owner ends with one colon, or with two as in aws-cdk-lib. */
export function idOf(text: string): string {
  return text.replace(new RegExp(`^${OWNER}::?`), '');
}
