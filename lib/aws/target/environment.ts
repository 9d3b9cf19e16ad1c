import { Token, TokenComparison } from 'aws-cdk-lib';

/** Account and Region of a function or stack. */
export interface Environment {
  readonly account: string;
  readonly region: string;
}

/** Account and Region as readable text; tokens read as unknown. */
export function environment({ account, region }: Environment): string {
  return `${Token.isUnresolved(account) ? 'an unknown account' : account}/${Token.isUnresolved(region) ? 'an unknown Region' : region}`;
}

/** A function in a stack of another environment, as text for a message. */
export function functionElsewhere(fn: Environment, stack: Environment): string {
  return `a function of ${environment(fn)} in a stack of ${environment(stack)}`;
}

/** Whether two environments differ for certain. An account or Region that is known only at deployment may be the same. */
export function isElsewhere(one: Environment, other: Environment): boolean {
  return [[one.account, other.account], [one.region, other.region]]
    .some(([first, second]) => Token.compareStrings(first, second) === TokenComparison.DIFFERENT);
}
