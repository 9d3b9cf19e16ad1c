import { Token } from 'aws-cdk-lib';

/** Account and Region as people read them; a token tells nobody anything. */
export function environment({ account, region }: { readonly account: string; readonly region: string }): string {
  return `${Token.isUnresolved(account) ? 'an unknown account' : account}/${Token.isUnresolved(region) ? 'an unknown Region' : region}`;
}
