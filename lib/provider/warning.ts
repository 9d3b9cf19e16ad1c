import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { broken, type Remedy, type Rule } from '../constraints/rule';

/**
 * Warns of a risky setting that Lambda accepts.
 *
 * @param resource the construct of the warning; you can acknowledge the warning here or at any construct around it
 * @param remedy one of the rule's remedies, if it fits the case better than the usual one
 */
export function warn(resource: IConstruct, rule: Rule, property: string, got: string, remedy?: Remedy): void {
  Validations.of(resource).addWarning(`cdk-async-invoke:${rule.id}`, broken(rule, property, got, remedy));
}
