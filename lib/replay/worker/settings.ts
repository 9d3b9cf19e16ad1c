import { REPLAY_DEFAULTS, REPLAY_ENV, type ReplaySource, type ReplayTarget } from '../../contract/replay';

/** What the construct tells the worker. */
export interface Settings {
  readonly table: string;
  readonly bucket: string;
  readonly sources: readonly ReplaySource[];
  readonly targets: readonly ReplayTarget[];
  readonly ledgerDays: number;
  readonly keepObjects: boolean;
  readonly name: string;
}

/** The settings in an environment. */
export function settingsOf(env: NodeJS.ProcessEnv): Settings {
  return {
    table: required(env, REPLAY_ENV.table),
    bucket: required(env, REPLAY_ENV.bucket),
    sources: JSON.parse(required(env, REPLAY_ENV.sources)) as ReplaySource[],
    targets: JSON.parse(required(env, REPLAY_ENV.targets)) as ReplayTarget[],
    ledgerDays: Number(env[REPLAY_ENV.ledgerDays] ?? REPLAY_DEFAULTS.ledgerDays),
    keepObjects: env[REPLAY_ENV.keepObjects] === 'true',
    name: env[REPLAY_ENV.name] ?? 'Replay',
  };
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) {
    throw new Error(`The environment must have \`${name}\`, got: nothing. The construct sets it.`);
  }
  return value;
}
