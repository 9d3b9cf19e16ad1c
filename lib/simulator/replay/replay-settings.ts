import { REPLAY_ENV, type ReplaySource, type ReplayTarget } from '../../contract/replay';
import type { DeployedApp } from '../deployment/deployed-app';
import { called, type Named } from '../handles';

/** A replay of the app, as its functions know it. */
export interface ReplaySettings extends Named {
  readonly sources: readonly ReplaySource[];
  readonly targets: readonly ReplayTarget[];
  readonly keepObjects: boolean;
}

/** The ids of the functions of a replay, below its own. */
const FUNCTION = /(Planner|Sender)(?!.*(?:Planner|Sender)).*$/;

/**
 * The replay that a handle names.
 *
 * @throws Error if no replay, or more than one, has that name, or if only the deployment knows its sources
 */
export function replayCalled(app: DeployedApp, handle: string): ReplaySettings {
  const replays = new Map<string, ReplaySettings>();
  for (const { key, path, logicalId, code: { environment } } of app.topology.functions.values()) {
    if (!environment.has(REPLAY_ENV.sources)) {
      continue;
    }
    const read = (name: string): string => {
      const text = app.texts.of(environment.get(name));
      if (text === undefined) {
        throw new Error(`The variable \`${name}\` of \`${key}\` must be known before the deployment. Simulate the whole app: a template alone may not tell it.`);
      }
      return text;
    };
    const name = read(REPLAY_ENV.name);
    replays.set(name, {
      name,
      path: path?.replace(FUNCTION, '').replace(/\/$/, ''),
      logicalId: logicalId.replace(FUNCTION, ''),
      sources: JSON.parse(read(REPLAY_ENV.sources)) as ReplaySource[],
      targets: JSON.parse(read(REPLAY_ENV.targets)) as ReplayTarget[],
      keepObjects: read(REPLAY_ENV.keepObjects) === 'true',
    });
  }
  return called(replays.values(), replay => replay, handle, 'replay');
}
