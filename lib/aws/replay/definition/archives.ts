import type { MachineParts } from './machine-parts';
import { choice, type State, type StateGroup } from './states';
import { WRONG_INPUT } from './wrong-input';
import type { ArchiveReplay } from '../archive-source';

/** Seconds between two looks at a replay. EventBridge replays minute by minute, so a short wait gains nothing. */
const WAIT_SECONDS = 30;

const FROM = '$$.Execution.Input.select.from';
const UNTIL = '$$.Execution.Input.select.until';

/** The states that replay archives into their queues before these are planned; undefined without an archive. */
export function archiveStates({ archives, partition }: MachineParts, next: string): StateGroup | undefined {
  if (archives.length === 0) {
    return undefined;
  }
  const first = (index: number) => index < archives.length ? `Is ${archives[index].source} planned` : next;
  return {
    StartAt: first(0),
    States: Object.assign({
      'No time': {
        Type: 'Fail',
        Error: WRONG_INPUT,
        Cause: 'A plan that reads an archive needs `select.from` and `select.until`: EventBridge replays the events between two times. Give both, or name the other sources in `sources`.',
      },
    }, ...archives.map((archive, index) => replayStates(archive, partition, first(index + 1)))),
  };
}

function replayStates({ source, archiveArn, busArn, ruleArn, namePrefix }: ArchiveReplay, partition: string, next: string): Record<string, State> {
  const [asked, isPlanned, hasTime, start, wait, look, isOver, failed] =
    ['Is % planned', '% planned?', 'Time for %?', 'Replay %', 'Wait for %', 'Look at %', '% replayed?', '% not replayed'].map(name => name.replace('%', source));
  // The name of an execution is longer than that of a replay may be.
  const name = `States.Format('${namePrefix}-{}', States.Hash($$.Execution.Name, 'SHA-1'))`;
  return {
    [asked]: { Type: 'Pass', Parameters: { 'is.$': `States.ArrayContains($.queues[*].source, '${source}')` }, ResultPath: '$.planned', Next: isPlanned },
    [isPlanned]: choice({ Variable: '$.planned.is', BooleanEquals: true }, hasTime, next),
    [hasTime]: choice({ And: [{ Variable: FROM, IsPresent: true }, { Variable: UNTIL, IsPresent: true }] }, start, 'No time'),
    [start]: {
      Type: 'Task',
      Resource: `arn:${partition}:states:::aws-sdk:eventbridge:startReplay`,
      Parameters: {
        'ReplayName.$': name,
        'EventSourceArn': archiveArn,
        'EventStartTime.$': FROM,
        'EventEndTime.$': UNTIL,
        'Destination': { Arn: busArn, FilterArns: [ruleArn] },
      },
      ResultPath: null,
      // A retry after a lost answer finds the replay started.
      Catch: [{ ErrorEquals: ['EventBridge.ResourceAlreadyExistsException'], ResultPath: null, Next: wait }],
      Next: wait,
    },
    [wait]: { Type: 'Wait', Seconds: WAIT_SECONDS, Next: look },
    [look]: {
      Type: 'Task',
      Resource: `arn:${partition}:states:::aws-sdk:eventbridge:describeReplay`,
      Parameters: { 'ReplayName.$': name },
      ResultSelector: { 'state.$': '$.State' },
      ResultPath: '$.replay',
      Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 5, MaxAttempts: 5, BackoffRate: 2 }],
      Next: isOver,
    },
    [isOver]: {
      Type: 'Choice',
      Choices: [
        { Variable: '$.replay.state', StringEquals: 'COMPLETED', Next: next },
        { Or: ['FAILED', 'CANCELLED'].map(state => ({ Variable: '$.replay.state', StringEquals: state })), Next: failed },
      ],
      Default: wait,
    },
    [failed]: { Type: 'Fail', Error: 'ArchiveNotReplayed', Cause: `EventBridge did not replay the archive of ${source} to its end: see the replay in its console. Plan again.` },
  };
}
