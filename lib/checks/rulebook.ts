import { CHECKS } from './checks';
import type { Severity } from './finding';
import * as functionCompute from '../constraints/alibaba-fc/destination';
import { ERROR_IN_STAGE } from '../constraints/aws-cdk/stage';
import { HANDLER_POLICIES_TOO_LARGE } from '../constraints/aws-iam/role-policy';
import { KEPT_SECRET_READABLE, NO_ROUTE_FOR_ANSWERS } from '../constraints/aws-lambda/deploy-time';
import { FOREIGN_FUNCTION } from '../constraints/aws-lambda/event-invoke-config';
import { INVOKE_ASYNC_DEPRECATED } from '../constraints/aws-lambda/invoke';
import type { Rule } from '../constraints/rule';

/** An id of findings and warnings, and its rules. */
export interface RulebookEntry {
  readonly id: string;
  readonly severity: Severity;

  /** The rules that are reported under the id, the main one first. */
  readonly rules: readonly Rule[];

  /** The rule that constructs for Function Compute report under the same id. */
  readonly onFunctionCompute?: Rule;

  /** Absent for a rule that only constructs and the plugin report. */
  readonly isChecked?: true;
}

/** The warnings of constructs for Function Compute whose ids are those of checks. */
const FUNCTION_COMPUTE = [functionCompute.DESTINATION_IN_OTHER_REGION, functionCompute.DESTINATION_IN_OTHER_ACCOUNT];

const OF_CHECKS: readonly RulebookEntry[] = CHECKS.map(({ rule, others = [], severity }) => ({
  id: rule.id,
  severity,
  rules: [rule, ...others],
  onFunctionCompute: FUNCTION_COMPUTE.find(({ id }) => id === rule.id),
  isChecked: true,
}));

/** Every id that users see, in the order of the checks, followed by the ids that no template shows. */
export const RULEBOOK: readonly RulebookEntry[] = [
  ...OF_CHECKS,
  ...[FOREIGN_FUNCTION, ERROR_IN_STAGE].map((rule): RulebookEntry => ({ id: rule.id, severity: 'error', rules: [rule] })),
  ...[INVOKE_ASYNC_DEPRECATED, KEPT_SECRET_READABLE, NO_ROUTE_FOR_ANSWERS, HANDLER_POLICIES_TOO_LARGE]
    .map((rule): RulebookEntry => ({ id: rule.id, severity: 'warning', rules: [rule] })),
];

/** The address of the page of a rule. */
export function pageUrl(id: string): string {
  return `https://github.com/cdk-async-invoke/cdk-async-invoke/blob/main/docs/rules/${id}.md`;
}
