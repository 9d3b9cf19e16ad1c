import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';

/** Operator and key of the condition that a key has a certain alias. */
export const OF_ALIAS = { operator: 'ForAnyValue:StringEquals', key: 'kms:ResourceAliases' };

/**
 * Grants the use of a destination's customer managed key.
 *
 * aws-cdk-lib silently drops a grant on `kms.Alias.fromAliasName`, because it does not know the key behind the alias.
 * Such a grant covers all keys of the account and Region that have the alias: AWS KMS checks it by condition.
 *
 * @param key the key; undefined if the destination has none, or the app does not know it
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-resource-aliases
 */
export function grantKey(grantee: iam.IGrantable, key: kms.IKey | undefined, actions: readonly string[]): void {
  const grant = key?.grant(grantee, ...actions);
  if (key && isAlias(key) && !grant?.success) {
    iam.Grant.addToPrincipal({
      grantee,
      actions: [...actions],
      resourceArns: [Stack.of(key).formatArn({ service: 'kms', resource: 'key', resourceName: '*' })],
      conditions: { [OF_ALIAS.operator]: { [OF_ALIAS.key]: key.aliasName } },
    });
  }
}

function isAlias(key: kms.IKey): key is kms.IAlias {
  return 'aliasName' in key;
}
