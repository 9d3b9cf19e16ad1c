import { Stack, Stage, type PolicyViolation } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { ERROR_IN_STAGE, REPORT_READ_BY_COMMAND_LINE } from '../../constraints/aws-cdk/stage';
import { broken } from '../../constraints/rule';

/**
 * A finding at the app if there are errors in stages.
 *
 * The command line of the CDK shows the findings of the stacks that it selects, and those at the app.
 */
export function errorsInStages(violations: readonly PolicyViolation[], app: IConstruct): PolicyViolation[] {
  const errors = violations.filter(({ severity }) => severity === 'error');
  if (errors.length === 0 || app.node.tryGetContext(REPORT_READ_BY_COMMAND_LINE.key) !== REPORT_READ_BY_COMMAND_LINE.value) {
    return [];
  }
  // A stage within a stack, as of a pipeline, is selected with the stack.
  const selected = app.node.findAll().filter(construct => Stack.isStack(construct) && Stage.of(construct) === app).map(({ node }) => `${node.path}/`);
  const hidden = errors
    .flatMap(({ ruleName, violatingResources }) => violatingResources.map(({ constructPath = '' }) => ({ ruleName, constructPath })))
    .filter(({ constructPath }) => !selected.some(path => constructPath.startsWith(path)));
  return hidden.length === 0 ? [] : [{
    ruleName: ERROR_IN_STAGE.id,
    description: broken(ERROR_IN_STAGE, ERROR_IN_STAGE.parameter!, listed(hidden.map(({ ruleName, constructPath }) => `${ruleName} at ${constructPath}`))),
    severity: 'error',
    ruleMetadata: { source: ERROR_IN_STAGE.source },
    violatingResources: [{ constructPath: app.node.path, locations: [] }],
  }];
}

function listed([first, ...others]: string[]): string {
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
