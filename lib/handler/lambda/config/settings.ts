import { MAX_EVENT_AGE, RETRY_ATTEMPTS } from '../../../constraints/aws-lambda/event-invoke-config';

/** The settings of a config. One that is absent is not set, so Lambda uses its default. */
export interface Settings {
  readonly MaximumEventAgeInSeconds?: number;
  readonly MaximumRetryAttempts?: number;

  /** Empty or absent for none. */
  readonly OnSuccess?: string;
  readonly OnFailure?: string;
}

/** What Lambda does without a config. */
export const DEFAULTS: Required<Settings> = {
  MaximumEventAgeInSeconds: MAX_EVENT_AGE.default!,
  MaximumRetryAttempts: RETRY_ATTEMPTS.default!,
  OnSuccess: '',
  OnFailure: '',
};

const NAMES = Object.keys(DEFAULTS) as (keyof Settings)[];

/** Settings with the defaults for absent ones. */
export function complete(settings: Settings = {}): Required<Settings> {
  return choose(name => settings[name] ?? DEFAULTS[name]) as Required<Settings>;
}

/** The settings in which two configs differ in what they do. */
export function differences(one: Settings, other: Settings): (keyof Settings)[] {
  const [first, second] = [complete(one), complete(other)];
  return NAMES.filter(name => first[name] !== second[name]);
}

/** Settings chosen one by one. An undefined value is left out. */
export function choose(value: (name: keyof Settings) => string | number | undefined): Settings {
  return Object.fromEntries(NAMES.map(name => [name, value(name)]).filter(([, chosen]) => chosen !== undefined));
}
