import { MAX_EVENT_AGE, RETRY_ATTEMPTS } from '../../../constraints/aws-lambda/event-invoke-config';
import { EVENT_PAYLOAD } from '../../../constraints/aws-lambda/invoke';

/** The ways in which a run can end. */
export const TROUBLES = ['error', 'timeout', 'throttle', 'system-error', 'none'] as const;

export type Trouble = typeof TROUBLES[number];

/** What goes wrong, and what is changed. It is all that a link keeps. */
export interface Scenario {
  /** The id of the function, with its qualifier. */
  readonly function: string;
  readonly trouble: Trouble;

  /** The number of tries that go wrong, before the function succeeds; 0 for all. */
  readonly times: number;

  /** The execution role may not deliver. */
  readonly denied: boolean;

  /** The size of the event, in kilobytes. */
  readonly kilobytes: number;

  /** In place of the setting of the app; absent for that of the app. */
  readonly retries?: number;

  /** In seconds. */
  readonly age?: number;

  /** The ARN of the failure destination; empty for none. */
  readonly destination?: string;

  /** The time at which the page looks, in seconds after the event was accepted; absent for the end. */
  readonly at?: number;
}

/** A function that always throws, and nothing else out of order. */
export const BROKEN: Omit<Scenario, 'function'> = { trouble: 'error', times: 0, denied: false, kilobytes: 1 };

const KILOBYTE = 1024;

/** The largest number that each setting takes. */
export const MOST = {
  times: 99,
  kilobytes: EVENT_PAYLOAD.max / KILOBYTE,
  retries: RETRY_ATTEMPTS.max,
  age: MAX_EVENT_AGE.max,
} as const;

/** The event of a scenario, as JSON text. */
export function payloadOf({ kilobytes }: Scenario): string {
  const empty = '{"example":true,"filler":""}';
  return kilobytes <= 1 ? '{"example":true}' : `${empty.slice(0, -2)}${'x'.repeat(kilobytes * KILOBYTE - empty.length)}"}`;
}

/** The same scenario without changes of the app. */
export function withoutChanges({ retries: _, age: __, destination: ___, ...scenario }: Scenario): Scenario {
  return scenario;
}

/** Whether a scenario changes the app. */
export function hasChanges({ retries, age, destination }: Scenario): boolean {
  return [retries, age, destination].some(setting => setting !== undefined);
}
