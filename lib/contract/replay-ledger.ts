/** Partition key of the ledger, a string. The table has no sort key and no index. */
export const LEDGER_KEY = 'id';

/** Attribute for DynamoDB's time to live: seconds since 1970. */
export const LEDGER_EXPIRY = 'expires';

/** Beginnings of the partition key for each kind of item. */
export const LEDGER_ITEM = {
  /** `LedgerEvent`; followed by the request id of the invocation that failed. */
  event: 'event#',

  /** `LedgerReplay`; followed by the request id that Lambda gave to the event that was sent again. */
  replay: 'replay#',

  /** `LedgerControl`; followed by the name of the run. */
  control: 'control#',

  /** `LedgerTally`; followed by the name of the run. */
  tally: 'tally#',

  /** Events of one second; followed by the name of the run, `#` and the second. */
  rate: 'rate#',
} as const;

/** State of an event in the ledger. There is no item before the first send. */
export type LedgerState = 'sending' | 'sent' | 'refused' | 'in-doubt';

/** Item for an event: `sending` is put before the call of Lambda, and another state after it. */
export interface LedgerEvent {
  readonly id: string;
  readonly state: LedgerState;

  /** Run that changed it last. */
  readonly run: string;

  /** Function that gets it: ARN with qualifier. */
  readonly target: string;

  /** Random text of the worker that sends it. */
  readonly token: string;

  /** Time in milliseconds from which the worker can no longer be alive: `sending` is then in doubt. */
  readonly lease: number;

  /** Request id of the first invocation of the event; that of this item if the event was never replayed before. */
  readonly origin: string;

  /** Times that the event was replayed, this one included, over all runs. */
  readonly attempts: number;

  /** Time of the last change in milliseconds. */
  readonly at: number;

  /** Request id of the new invocation; present if sent. */
  readonly newId?: string;

  /** Name of the error; present if refused or in doubt. */
  readonly error?: string;
  readonly expires: number;
}

/** Item for an invocation that a replay made: tells an event that comes back. */
export interface LedgerReplay {
  readonly id: string;

  /** Request id of the first invocation of the event. */
  readonly origin: string;
  readonly attempts: number;
  readonly run: string;

  /** Time in milliseconds. */
  readonly sentAt: number;

  /** Present once its record has come back. */
  readonly outcome?: 'failed' | 'succeeded';
  readonly expires: number;
}

/** Item that steers a run. Workers read it every few seconds. */
export interface LedgerControl {
  readonly id: string;
  readonly plan: string;
  readonly state: 'running' | 'paused' | 'stopped' | 'closed';

  /** Reason for `stopped`. */
  readonly reason?: string;

  /** Events in a second, over all workers. Change it while the run lasts. */
  readonly rate: number;

  /** Events that one worker sends at the same time. Change it while the run lasts. */
  readonly concurrency: number;

  /** Part of the rate that `watch` grants, above 0 to 1. */
  readonly factor: number;

  /** The other settings of the run, as JSON. */
  readonly settings: string;

  /** What `watch` remembers, as JSON. */
  readonly memory?: string;

  /** Start in milliseconds. */
  readonly startedAt: number;
  readonly expires: number;
}

/** Item with the sums of a run so far. The sums of a worker that was killed may be missing; the report does not use them. */
export interface LedgerTally {
  readonly id: string;
  readonly sent?: number;
  readonly refused?: number;
  readonly inDoubt?: number;
  readonly throttled?: number;
  readonly failedAgain?: number;
  readonly succeeded?: number;

  /** Latest time in milliseconds at which an event was sent that failed again. */
  readonly frontier?: number;
  readonly expires: number;
}
