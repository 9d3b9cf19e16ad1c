import { Aws, Fn, type CfnResource } from 'aws-cdk-lib';
import { conditionsIn, conditionsOf } from './carried-condition';
import { allOf } from './combined-condition';
import { declaresConditions } from './declared-conditions';

/**
 * A part that is added to a resource of the user, which must exist also where the part refers to nothing that exists.
 *
 * @param before what it has already: its author knows that what this refers to exists
 * @param otherwise the part where a resource does not exist to which it refers
 */
export function whereExisting<T>(resource: CfnResource, before: unknown, part: T, otherwise: unknown = Aws.NO_VALUE): T {
  if (!declaresConditions(resource, 'completing')) {
    return part;
  }
  const own = new Set([...conditionsOf(resource.stack, [resource]), ...conditionsIn(resource, before)]);
  const condition = allOf(resource.stack, new Set([...conditionsIn(resource, part)].filter(each => !own.has(each))));
  const chosen = condition && Fn.conditionIf(condition.logicalId, part, otherwise);
  return (typeof part === 'string' ? chosen?.toString() : chosen) as T | undefined ?? part;
}
