import type { Rule } from '../rule';

/** The context value by which the command line of the CDK says that it reads the report of plugins, and decides itself what fails. */
export const REPORT_READ_BY_COMMAND_LINE = { key: '@aws-cdk/core:failSynthOnValidationErrors', value: false } as const;

export const ERROR_IN_STAGE: Rule = {
  id: 'ErrorInStage',
  parameter: 'Stage',
  rule: 'have no errors',
  consequence: 'The CDK command line hides findings in stages from a command that does not name their stacks: `cdk synth` would show none and succeed.',
  remedy: "Run `cdk synth '**'`, which shows each finding. If you deploy stage by stage, acknowledge this one at the app.",
  source: 'AWS CDK command line, 2.1148.1',
  evidence: {
    grade: 'derived',
    from: [
      'Without arguments, `cdk synth` selects the stacks outside of stages.',
      'The command line removes findings at constructs of other stacks from the report of a plugin, and takes a report without findings for a success.',
    ],
  },
};
