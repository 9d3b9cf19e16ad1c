import type { AppFunction } from './app';
import { areCloudFormation } from '../../../explanation/cloudformation';
import { BROKEN, type Scenario } from '../scenario/scenario';
import { Stage } from '../scenario/stage';

/** What becomes of an event of a function that keeps failing. */
export interface Fate {
  readonly kind: 'lost' | 'stored' | 'dropped' | 'unknown' | 'deployment';

  /** A sentence. */
  readonly says: string;
}

/** The fates of functions, by id: played, so that permissions, sizes and missing destinations count. */
export async function fatesOf(functions: readonly AppFunction[], stage: Stage): Promise<Map<string, Fate>> {
  const fates = new Map<string, Fate>();
  for (const fn of functions) {
    fates.set(fn.id, await fateOf(fn, stage));
  }
  return fates;
}

async function fateOf(fn: AppFunction, stage: Stage): Promise<Fate> {
  const { explained, qualified: { onFailure, deadLetterQueue, configs } } = fn;
  if (areCloudFormation(explained.callers)) {
    return { kind: 'deployment', says: 'CloudFormation waits for an answer: if the function keeps failing, the deployment fails.' };
  }
  const [unknown] = [onFailure, deadLetterQueue].flatMap(target => target?.kind === 'unknown' ? [target.reason] : []);
  if (unknown !== undefined) {
    return { kind: 'unknown', says: `It is unknown where failed events go, because ${unknown}.` };
  }
  if (configs.length > 1) {
    return { kind: 'unknown', says: 'It is unknown where failed events go: several configs for this qualifier overwrite each other.' };
  }
  const scenario: Scenario = { ...BROKEN, function: fn.id };
  const played = await stage.play(fn, scenario);
  if ('refused' in played) {
    return { kind: 'unknown', says: played.refused };
  }
  const [event] = played.events;
  const kept = event.deliveries.filter(({ lostBecause }) => lostBecause === undefined);
  if (kept.length > 0) {
    return { kind: 'stored', says: `Failed events are kept in ${kept.map(({ to }) => to).join(' and ')}.` };
  }
  const [refused] = event.deliveries;
  if (!refused && fn.mayLose) {
    return { kind: 'dropped', says: 'Failed events are dropped, as the app says: it leaves the destination empty, or acknowledges that there is none.' };
  }
  return {
    kind: 'lost',
    says: refused ? `Failed events are lost: ${refused.to} does not get the record, because ${refused.lostBecause}.` : 'Failed events are lost: nothing keeps them.',
  };
}
