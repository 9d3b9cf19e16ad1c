import type { StateGroup } from './states';

/** Starts a plan under the name of its own execution, with the same input, but as a plan whatever the input says. */
export function planOnlyDefinition(partition: string, stateMachineArn: string): StateGroup & { readonly Comment: string } {
  return {
    Comment: 'Starts plans of a replay of failed events, never runs',
    StartAt: 'Plan',
    States: {
      Plan: {
        Type: 'Task',
        Resource: `arn:${partition}:states:::aws-sdk:sfn:startExecution`,
        Parameters: {
          'StateMachineArn': stateMachineArn,
          'Name.$': '$$.Execution.Name',
          'Input.$': 'States.JsonMerge($, States.StringToJson(\'{"mode":"plan"}\'), false)',
        },
        End: true,
      },
    },
  };
}
