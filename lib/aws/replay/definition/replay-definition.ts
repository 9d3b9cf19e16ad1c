import type { MachineParts } from './machine-parts';
import { planStates } from './plan';
import { runStates } from './run';
import type { State, StateGroup } from './states';
import { workerTask } from './worker-task';
import { REPLAY_ACTION } from '../../../contract/replay';

/**
 * The state machine of a replay in the Amazon States Language.
 *
 * No state has an event: they pass on names, keys and numbers.
 */
export function replayDefinition(parts: MachineParts): StateGroup & { readonly Comment: string } {
  const [plan, run] = [planStates(parts), runStates(parts)];
  return {
    Comment: 'Plans, sends and reports failed events of asynchronous invocations',
    StartAt: 'Prepare',
    States: {
      'Prepare': workerTask(parts.planner, {
        'action': REPLAY_ACTION.prepare,
        'execution.$': '$$.Execution.Name',
        'input.$': '$$.Execution.Input',
        'defaults': parts.defaults,
      }, { next: 'Mode?' }),
      'Mode?': {
        Type: 'Choice',
        Choices: [whichMode('run', run.StartAt), whichMode('report', 'Report')],
        Default: plan.StartAt,
      },
      ...plan.States,
      ...run.States,
    },
  };
}

function whichMode(mode: string, next: string): State {
  return { Variable: '$.mode', StringEquals: mode, Next: next };
}
