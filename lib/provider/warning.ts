import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { broken, type Rule } from '../constraints/rule';

/**
 * Warns of a risky setting that Lambda accepts.
 *
 * @param resource the construct of the warning; you can acknowledge the warning here or at any construct around it
 */
export function warn(resource: IConstruct, rule: Rule, property: string, got: string): void {
  Validations.of(resource).addWarning(`cdk-async-invoke:${rule.id}`, broken(rule, property, got));
}
