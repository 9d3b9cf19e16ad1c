import type { StoredConfig } from './config-place';
import { leave } from './departure';
import type { Errand } from './errand';
import type { Deployment } from '../resource';
import { facts } from '../retry/classify';

/** Time for the put that undoes, in milliseconds: reading has to end before. */
const TIME_TO_PUT = 30 * 1000;

/**
 * Puts back what was there before a put that is not to stay.
 *
 * A config of someone else that has come meanwhile stays. If the place cannot be read, the config goes back all the same:
 * it was there a moment ago.
 *
 * @param put settings that may be there now
 * @param before `null` for no config
 */
export async function undo<S extends object, C extends StoredConfig<S>>(
  { cloud, wanted }: Errand<any, S, C>,
  put: S,
  before: S | null,
  deployment: Deployment,
): Promise<void> {
  const live = await readAtAll(() => cloud.place(wanted, reading(deployment)).read(), deployment);
  const isLeftByPut = (settings: S) => cloud.differences(settings, put).length === 0 || (before !== null && cloud.isHalfPut(settings, put, before));
  const isLeftAlone = (settings: S) => before !== null && cloud.differences(settings, before).length === 0;
  const isToUndo = live === UNREADABLE || (live === undefined ? before !== null : isLeftByPut(live.settings) && !isLeftAlone(live.settings));
  if (isToUndo) {
    await leave(before, live === UNREADABLE ? put : live?.settings, cloud.place(wanted, deployment), deployment);
  }
}

const UNREADABLE = Symbol('unreadable');

async function readAtAll<T>(read: () => Promise<T>, { log }: Deployment): Promise<T | typeof UNREADABLE> {
  try {
    return await read();
  } catch (error) {
    log('undone blindly', { error: facts(error).name });
    return UNREADABLE;
  }
}

function reading(deployment: Deployment): Deployment {
  return { ...deployment, lambda: target => deployment.lambda(target), remaining: () => deployment.remaining() - TIME_TO_PUT };
}
