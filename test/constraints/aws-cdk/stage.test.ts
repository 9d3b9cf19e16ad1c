import { cx_api } from 'aws-cdk-lib';
import { ERROR_IN_STAGE, REPORT_READ_BY_COMMAND_LINE } from '../../../lib/constraints/aws-cdk/stage';
import { broken } from '../../../lib/constraints/rule';

test('an error in a stage is told with the command that shows it', () => {
  expect(broken(ERROR_IN_STAGE, 'Stage', 'EmptyConfig at Prod/Shop/Config')).toBe(
    '`Stage` must have no errors, got: EmptyConfig at Prod/Shop/Config. '
    + 'The CDK command line hides findings in stages from a command that does not name their stacks: `cdk synth` would show none and succeed. '
    + "Run `cdk synth '**'`, which shows each finding. If you deploy stage by stage, acknowledge this one at the app.",
  );
});

test('aws-cdk-lib reads the same context value', () => {
  expect(REPORT_READ_BY_COMMAND_LINE.key).toBe(cx_api.FAIL_SYNTH_ON_VALIDATION_ERRORS_CONTEXT);
});
