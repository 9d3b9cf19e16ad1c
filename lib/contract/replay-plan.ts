/** Conditions that an event must meet, all of them, to be replayed. An absent one is met. */
export interface ReplaySelection {
  /** Time of the record, ISO 8601: from this time on. Dead letters have the time at which they were sent. */
  readonly from?: string;

  /** Time of the record, ISO 8601: before this time. */
  readonly until?: string;

  /** Age of the record in seconds at the time of the plan: at least. */
  readonly minAge?: number;

  /** Age of the record in seconds at the time of the plan: at most. */
  readonly maxAge?: number;

  /** Names of functions. */
  readonly functions?: readonly string[];
  readonly qualifiers?: readonly string[];
  readonly conditions?: readonly string[];
  readonly errorTypes?: readonly string[];

  /** Versions that ran. */
  readonly executedVersions?: readonly string[];

  /** Values of `retryAdvice`; all but `never` by default. */
  readonly advice?: readonly ('now' | 'after-repair' | 'unknown' | 'never')[];
  readonly requestIds?: readonly string[];
}

/** Why an event that was read is not sent. */
export const REPLAY_LEFT = {
  notSelected: 'not selected',
  beyondLimit: 'beyond the limit',
  noPayload: 'the record has no event, because it was too large for its topic',
  inexact: 'the event is there as values only, so it cannot be sent exactly as it was',
  unknownFunction: 'the dead letter does not tell its function: declare it with the source',
  otherFunction: 'the replay has no permission to invoke the function',
  success: 'the function succeeded',
  unreadable: 'it is neither a record nor a dead letter',
  tooLarge: 'the object is larger than any record',
  attempts: 'it was replayed as often as allowed',
  inDoubt: 'an earlier replay of it is in doubt',
  alreadySent: 'it was replayed already: the copy is deleted',
} as const;

export type ReplayLeft = keyof typeof REPLAY_LEFT;

/** Line of a manifest: one event to send. It never contains the event. */
export interface ReplayManifestLine {
  /** Name of the source. */
  readonly source: string;

  /** Request id of the invocation that failed. */
  readonly id: string;

  /** Function that gets the event: ARN with qualifier. */
  readonly target: string;

  /** Key of the object; absent for a queue. */
  readonly key?: string;

  /** Time of the record, ISO 8601. */
  readonly time?: string;

  /** Present if the event was sent by an earlier run: this run only deletes the copy. */
  readonly copyOnly?: true;
}

/** Line of the list of what is not sent. It never contains the event. */
export interface ReplayLeftLine {
  readonly source: string;
  readonly why: ReplayLeft;

  /** Clause about what is unreadable. */
  readonly reason?: string;
  readonly id?: string;

  /** Key of the object. */
  readonly key?: string;

  /** Id of the message in the queue. */
  readonly messageId?: string;
}

/** Numbers of events by the values of one property. */
export type ReplayCounts = Readonly<Record<string, number>>;

/** Numbers of the events that a plan sends. */
export interface ReplayGroups {
  readonly byFunction: ReplayCounts;
  readonly byQualifier: ReplayCounts;
  readonly byCondition: ReplayCounts;
  readonly byErrorType: ReplayCounts;
  readonly byExecutedVersion: ReplayCounts;
  readonly byAge: ReplayCounts;
  readonly byAdvice: ReplayCounts;
}

/** Event as an example: no payload, no error message. */
export interface ReplaySample {
  readonly source: string;
  readonly id: string;
  readonly function: string;
  readonly condition: string;
  readonly errorType?: string;
  readonly executedVersion?: string;
  readonly time?: string;

  /** Length of the event. */
  readonly bytes: number;
}

/** Time and cost of a run at the given rate. */
export interface ReplayEstimate {
  readonly seconds: number;

  /** US dollars for the services that the replay itself uses, at list prices of us-east-1; not for the functions that run again. */
  readonly dollars: number;
}

/** Plan: what `merge-plan` writes as `plan.json`. */
export interface ReplayPlanSummary {
  readonly plan: string;

  /** Time of the plan, ISO 8601. */
  readonly time: string;

  /** Events that were read, of all kinds. */
  readonly read: number;

  /** Events that a run of the plan sends. */
  readonly selected: number;

  /** False if a queue holds more than a plan can peek at: run the plan, then plan again. */
  readonly complete: boolean;

  /** Function or qualifier that gets the events instead, as the input has it. */
  readonly target?: string;
  readonly groups: ReplayGroups;

  /** Numbers of events that are not sent, by reason. */
  readonly left: Readonly<Partial<Record<ReplayLeft, number>>>;
  readonly samples: readonly ReplaySample[];
  readonly estimate: ReplayEstimate;

  /** Numbers of selected events by source. */
  readonly bySource: ReplayCounts;

  /** Sentences about risks, e.g. of a queue that moves messages away after some receives. */
  readonly warnings: readonly string[];
}
