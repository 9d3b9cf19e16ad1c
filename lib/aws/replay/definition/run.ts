import { distributedMap, inlineMap } from './distributed-map';
import type { MachineParts } from './machine-parts';
import { choice, type State, type StateGroup } from './states';
import { workerTask } from './worker-task';
import { REPLAY_ACTION, WATCH_SECONDS } from '../../../contract/replay';

/** Failed children lose nothing: their events are in the report as not sent or in doubt. */
const TOLERATED = { ToleratedFailurePercentage: 100 };

/** Folder of the work bucket for the results of children. */
export const RESULTS = 'results';

/** The states of a run, from the result of `prepare` to the report. */
export function runStates(parts: MachineParts): StateGroup {
  const { planner } = parts;
  return {
    StartAt: 'Run',
    States: {
      'Run': {
        Type: 'Parallel',
        Branches: [watching(planner), sending(parts)],
        ResultSelector: { 'failures.$': '$[1].failure' },
        ResultPath: '$.ended',
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.ended.failures', Next: 'Report' }],
        Next: 'Report',
      },
      'Report': workerTask(planner, { 'action': REPLAY_ACTION.report, 'run.$': '$.run' }, { resultPath: '$.report', next: 'Complete?' }),
      'Complete?': choice({ Variable: '$.ended.failures.Error', IsPresent: true }, 'Incomplete', 'Reported'),
      'Incomplete': { Type: 'Fail', Error: 'IncompleteReplay', Cause: 'Not every worker came to its end. The report in the work bucket tells which events were sent. Run the plan again.' },
      'Reported': { Type: 'Pass', OutputPath: '$.report', End: true },
    },
  };
}

/** Looks at the run until it is closed. */
function watching(planner: string): StateGroup {
  return {
    StartAt: 'Wait',
    States: {
      'Wait': { Type: 'Wait', Seconds: WATCH_SECONDS, Next: 'Watch' },
      'Watch': {
        ...workerTask(planner, { 'action': REPLAY_ACTION.watch, 'run.$': '$.run' }, { resultPath: '$.watched', next: 'Over?' }),
        // A run goes on if nobody looks at it for a while.
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: 'Wait' }],
      },
      'Over?': choice({ Variable: '$.watched.over', BooleanEquals: true }, 'Watched', 'Wait'),
      'Watched': { Type: 'Pass', Result: {}, End: true },
    },
  };
}

/** Sends from queues and buckets, and closes the run even if that fails. */
function sending(parts: MachineParts): StateGroup {
  return {
    StartAt: 'Send',
    States: {
      Send: {
        Type: 'Parallel',
        Branches: [queues(parts), objects(parts)],
        ResultSelector: {},
        ResultPath: '$.failure',
        Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'Close' }],
        Next: 'Close',
      },
      Close: workerTask(parts.planner, { 'action': REPLAY_ACTION.close, 'run.$': '$.run' }, { resultPath: null }),
    },
  };
}

/** Every worker of every queue is a child. */
function queues({ sender }: MachineParts): StateGroup {
  return {
    StartAt: 'Run queues',
    States: {
      'Run queues': distributedMap({
        label: 'Queues',
        itemsPath: '$.queues',
        selector: { 'run.$': '$.run', 'source.$': '$$.Map.Item.Value.source', 'worker.$': '$$.Map.Item.Value.worker' },
        processor: untilDone('Run queue', sender, { 'action': REPLAY_ACTION.runQueue, 'run.$': '$.run', 'source.$': '$.source', 'worker.$': '$.worker' }),
        settings: TOLERATED,
      }),
    },
  };
}

/** Every batch of lines of the manifest is a child. */
function objects({ sender, partition, workBucket }: MachineParts): StateGroup {
  return {
    StartAt: 'Run buckets',
    States: {
      'Run buckets': inlineMap({
        itemsPath: '$.manifests',
        selector: {
          'run.$': '$.run',
          'workers.$': '$.workers',
          'bucket.$': '$$.Map.Item.Value.bucket',
          'key.$': '$$.Map.Item.Value.key',
        },
        concurrency: 1,
        processor: {
          StartAt: 'Run bucket',
          States: {
            'Run bucket': distributedMap({
              label: 'Events',
              reader: {
                Resource: `arn:${partition}:states:::s3:getObject`,
                ReaderConfig: { InputType: 'JSONL' },
                Parameters: { 'Bucket.$': '$.bucket', 'Key.$': '$.key' },
              },
              batchInput: { 'run.$': '$.run' },
              processor: untilDone('Run batch', sender, { 'action': REPLAY_ACTION.runBatch, 'run.$': '$.BatchInput.run', 'Items.$': '$.Items' }),
              settings: {
                ...TOLERATED,
                MaxConcurrencyPath: '$.workers',
                ResultWriter: { Resource: `arn:${partition}:states:::s3:putObject`, Parameters: { Bucket: workBucket, Prefix: RESULTS } },
              },
            }),
          },
        },
      }),
    },
  };
}

/** Asks a worker again, with the same input, until it has done its work. */
function untilDone(name: string, sender: string, parameters: State): StateGroup {
  return {
    StartAt: name,
    States: {
      [name]: workerTask(sender, parameters, { resultPath: '$.result', next: `${name} done?` }),
      [`${name} done?`]: choice({ Variable: '$.result.done', BooleanEquals: true }, `${name} ended`, name),
      [`${name} ended`]: { Type: 'Pass', OutputPath: '$.result', End: true },
    },
  };
}
