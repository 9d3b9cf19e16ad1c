import { archiveStates } from './archives';
import { distributedMap, inlineMap } from './distributed-map';
import type { MachineParts } from './machine-parts';
import type { StateGroup } from './states';
import { workerTask } from './worker-task';
import { REPLAY_ACTION } from '../../../contract/replay';

/** Queues that a plan peeks at, and buckets that it reads, at the same time. */
const QUEUES_AT_ONCE = 10;
const BUCKETS_AT_ONCE = 1;

/** The states of a plan, from the result of `prepare` to the summary. */
export function planStates(parts: MachineParts): StateGroup {
  const { planner, partition } = parts;
  const archives = archiveStates(parts, 'Plan queues');
  return {
    StartAt: archives?.StartAt ?? 'Plan queues',
    States: {
      ...archives?.States,
      'Plan queues': inlineMap({
        itemsPath: '$.queues',
        selector: { 'plan.$': '$.plan', 'source.$': '$$.Map.Item.Value.source' },
        concurrency: QUEUES_AT_ONCE,
        processor: {
          StartAt: 'Plan queue',
          States: { 'Plan queue': workerTask(planner, { 'action': REPLAY_ACTION.planQueue, 'plan.$': '$.plan', 'source.$': '$.source' }) },
        },
        next: 'Plan buckets',
      }),
      'Plan buckets': inlineMap({
        itemsPath: '$.prefixes',
        selector: {
          'plan.$': '$.plan',
          'source.$': '$$.Map.Item.Value.source',
          'bucket.$': '$$.Map.Item.Value.bucket',
          'prefix.$': '$$.Map.Item.Value.prefix',
        },
        concurrency: BUCKETS_AT_ONCE,
        processor: {
          StartAt: 'Plan bucket',
          States: {
            'Plan bucket': distributedMap({
              label: 'Objects',
              reader: { Resource: `arn:${partition}:states:::s3:listObjectsV2`, Parameters: { 'Bucket.$': '$.bucket', 'Prefix.$': '$.prefix' } },
              selector: { 'Key.$': '$$.Map.Item.Value.Key', 'Size.$': '$$.Map.Item.Value.Size' },
              batchInput: { 'plan.$': '$.plan', 'source.$': '$.source' },
              processor: {
                StartAt: 'Plan objects',
                States: {
                  'Plan objects': workerTask(planner, {
                    'action': REPLAY_ACTION.planObjects,
                    'plan.$': '$.BatchInput.plan',
                    'source.$': '$.BatchInput.source',
                    'Items.$': '$.Items',
                  }),
                },
              },
            }),
          },
        },
        next: 'Merge plan',
      }),
      'Merge plan': workerTask(planner, { 'action': REPLAY_ACTION.mergePlan, 'plan.$': '$.plan' }),
    },
  };
}
