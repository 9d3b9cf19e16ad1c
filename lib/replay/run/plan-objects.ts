import { LARGEST_OBJECT, ObjectTooLarge, type Objects } from './objects';
import type { Part } from './part';
import { pool } from './pool';
import type { PlanObjectsRequest } from '../../contract/replay';
import type { ReplaySelection } from '../../contract/replay-plan';
import { parseRecordKey, readRecords } from '../../invocation-record';
import { failedEvent } from '../plan/failed-event';

/** Objects that are read at the same time. Each may have some megabytes. */
const READERS = 16;

/** Time in milliseconds by which the key of a record may differ from its time. */
const KEY_SKEW = 3_600_000;

/** Plans some objects of a bucket. */
export async function planObjects(part: Part, source: string, items: PlanObjectsRequest['Items'], objects: Objects, select: ReplaySelection): Promise<void> {
  await pool(items, () => READERS, async ({ Key: key }) => {
    if (isOutside(key, select)) {
      part.passOver();
      return true;
    }
    try {
      const bytes = await objects.read(key, LARGEST_OBJECT);
      // Deleted since it was listed: nothing is there.
      for (const reading of bytes ? readRecords(bytes) : []) {
        await part.add(failedEvent(reading, {}), { source, key });
      }
    } catch (error) {
      if (!(error instanceof ObjectTooLarge)) {
        throw error;
      }
      part.leave({ source, key, why: 'tooLarge' });
    }
    return true;
  });
}

/** Whether the key alone tells that a record is not selected, so that it need not be read. */
function isOutside(key: string, { functions, from, until }: ReplaySelection): boolean {
  const told = parseRecordKey(key);
  if (!told) {
    return false;
  }
  const time = Date.parse(told.timestamp);
  return (functions !== undefined && !functions.includes(told.functionName))
    || (from !== undefined && time < Date.parse(from) - KEY_SKEW)
    || (until !== undefined && time >= Date.parse(until) + KEY_SKEW);
}
