import type { LedgerControl, LedgerEvent, LedgerReplay, LedgerState, LedgerTally } from '../../contract/replay-ledger';

/** Error of an event whose worker disappeared. */
export const WORKER_GONE = 'WorkerGone';

/** What becomes of an event that was about to be sent. */
export interface Change {
  readonly state: Exclude<LedgerState, 'sending'>;
  readonly at: number;
  readonly newId?: string;
  readonly error?: string;
}

/** Items of the ledger without the beginnings of their keys, and without expiry. */
export type EventItem = Omit<LedgerEvent, 'expires'>;
export type ReplayItem = Omit<LedgerReplay, 'expires'>;
export type ControlItem = Omit<LedgerControl, 'expires'>;
export type TallyItem = Omit<LedgerTally, 'expires'>;

/** Sums that grow. */
export type Sum = 'sent' | 'refused' | 'inDoubt' | 'throttled' | 'failedAgain' | 'succeeded';

/** Items by request id. */
export interface Found {
  readonly events: ReadonlyMap<string, EventItem>;

  /** Items of invocations that a replay made. */
  readonly replays: ReadonlyMap<string, ReplayItem>;
}

/** Memory of all replays. Reads see all writes before them. */
export interface Ledger {
  /** The items of events, and of invocations that a replay made, by request id. */
  find(ids: readonly string[]): Promise<Found>;

  /**
   * Puts the item of an event that is about to be sent, in place of none or of one that has the token and the state of the given one.
   *
   * @returns nothing if it was put, else the item that is there
   */
  begin(item: EventItem, inPlaceOf: EventItem | undefined): Promise<EventItem | undefined>;

  /**
   * Changes the item of an event whose token is still the same. What the change does not tell stays, except for an old error.
   *
   * @returns whether it was changed
   */
  finish(item: EventItem, change: Change): Promise<boolean>;

  /**
   * Marks an event as in doubt, with the error `WORKER_GONE`, if it is still about to be sent with the same token.
   *
   * @returns whether it was changed
   */
  doubt(item: EventItem, at: number): Promise<boolean>;

  /** Remembers an invocation that a replay made. */
  remember(item: ReplayItem): Promise<void>;

  /**
   * Notes how an invocation ended that a replay made.
   *
   * @returns the item with the outcome, the first time
   */
  note(id: string, outcome: NonNullable<ReplayItem['outcome']>): Promise<ReplayItem | undefined>;

  control(run: string): Promise<ControlItem | undefined>;

  /** Puts the control item if there is none. */
  start(item: ControlItem): Promise<void>;
  steer(run: string, change: Partial<Omit<ControlItem, 'id'>>): Promise<void>;

  tally(run: string): Promise<TallyItem>;
  add(run: string, sums: Readonly<Partial<Record<Sum, number>>>): Promise<void>;

  /** Raises the latest time at which an event was sent that failed again. */
  raiseFrontier(run: string, time: number): Promise<void>;

  /**
   * Takes events from the allowance of a second.
   *
   * @returns the number that was taken before
   */
  take(run: string, second: number, number: number): Promise<number>;
}
