/** Fate of a planned event. */
export const REPLAY_FATE = {
  /** Lambda accepted it, and no record of it has come back. */
  sent: 'sent',

  /** It came back as a success. */
  succeeded: 'succeeded',

  /** It came back as a failure. */
  failedAgain: 'failed again',

  /** Lambda refused it for certain: its copy stays, and another run may send it. */
  refused: 'refused',

  /** It is unknown whether Lambda accepted it: its copy stays, and only `inDoubt: 'send'` sends it again. */
  inDoubt: 'in doubt',

  /** A worker is about to send it. */
  sending: 'sending',

  /** It was not sent: the run was stopped first, its copy was gone, or it was replayed as often as allowed. */
  notSent: 'not sent',
} as const;

export type ReplayFate = (typeof REPLAY_FATE)[keyof typeof REPLAY_FATE];

/** Report of a run: what `report` writes as `summary.json`. */
export interface ReplayReport {
  readonly run: string;
  readonly plan: string;

  /** Time of the report, ISO 8601. */
  readonly time: string;
  readonly planned: number;
  readonly fates: Readonly<Record<ReplayFate, number>>;

  /** Reason why the run was stopped. */
  readonly stopped?: string;

  /** Numbers of refused events by error. */
  readonly refusals: Readonly<Record<string, number>>;
}

/** Line of `report.jsonl`, and row of `report.csv`, for each planned event. It never contains the event. */
export interface ReplayReportLine {
  /** Request id of the invocation that failed. */
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly fate: ReplayFate;

  /** Request id of the new invocation. */
  readonly newId?: string;

  /** Name of the error for which Lambda refused it, or of the reason why it was not sent. */
  readonly error?: string;

  /** Number of times that it was replayed, over all runs. */
  readonly attempts?: number;

  /** Time of the last change, ISO 8601. */
  readonly time?: string;
}
