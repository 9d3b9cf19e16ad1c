import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { OF_ALIAS } from './key-permission';
import { DELIVERY_ACTIONS } from '../../constraints/aws-lambda/destination';
import { acknowledgeWildcard } from '../../provider/wildcard-finding';

const [, PUT_OBJECT] = DELIVERY_ACTIONS.bucket;

/**
 * Acknowledges the cdk-nag finding for a wildcard in a statement of our destinations.
 *
 * The statement covers all objects of a bucket, or all keys that have an alias.
 */
export function acknowledgeWildcards(policy: IConstruct, statement: iam.PolicyStatement): void {
  const reason = reasonFor(statement);
  if (reason) {
    statement.resources.forEach(resource => acknowledgeWildcard(policy, resource, reason));
  }
}

function reasonFor({ actions, conditions }: iam.PolicyStatement): string | undefined {
  if (actions.length === 1 && actions[0] === PUT_OBJECT) {
    return 'Lambda chooses the keys of the records.';
  }
  return conditions[OF_ALIAS.operator]?.[OF_ALIAS.key] ? 'A condition restricts the permission to keys with the alias.' : undefined;
}
