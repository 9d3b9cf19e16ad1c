import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { broken, type Rule } from '../constraints/rule';

/**
 * Warns of something that Lambda accepts and people regret.
 *
 * @param resource where the warning stands: it is acknowledged at any construct around it
 */
export function warn(resource: IConstruct, rule: Rule, property: string, got: string): void {
  Validations.of(resource).addWarning(`cdk-async-invoke:${rule.id}`, broken(rule, property, got));
}
