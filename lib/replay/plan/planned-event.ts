import { ageClass } from './age';
import type { FailedEvent } from './failed-event';
import { functionParts } from './function-arn';
import type { ReplayLeftLine, ReplayManifestLine } from '../../contract/replay-plan';

/** What a plan knows of an event that it sends. Lines of a part consist of these. */
export interface PlannedEvent {
  readonly line: ReplayManifestLine;

  /** Function that failed: name and qualifier; empty if a dead letter does not tell. */
  readonly name: string;
  readonly qualifier: string;
  readonly condition: string;
  readonly errorType?: string;
  readonly executedVersion?: string;

  /** Class of its age. */
  readonly age: string;
  readonly advice: string;

  /** Length of the event in bytes. */
  readonly bytes: number;
}

/** Line of a part of a plan: an event to send, what is left, numbers of what was read, or facts about the source. */
export type PartLine =
  | { readonly event: PlannedEvent }
  | { readonly left: ReplayLeftLine; readonly copy?: ReplayManifestLine }
  | { readonly read: number; readonly notSelected: number }
  | PartFacts;

/** Facts about a source or a batch of it. */
export interface PartFacts {
  readonly complete: boolean;

  /** Selected events that an earlier run left in doubt. */
  readonly inDoubt: number;
  readonly warnings: readonly string[];
}

/** Place of an event in its source. */
export interface EventPlace {
  readonly source: string;

  /** Key of the object. */
  readonly key?: string;
}

/** What a plan keeps of an event: nothing of its payload or its error message. */
export function plannedEvent(event: FailedEvent, target: string, { source, key }: EventPlace, now: number): PlannedEvent {
  const fn = event.functionArn === undefined ? undefined : functionParts(event.functionArn);
  const { id, condition, errorType, executedVersion, time, advice, payload } = event;
  return {
    line: { source, id, target, ...key !== undefined && { key }, ...time !== undefined && { time: new Date(time).toISOString() } },
    name: fn?.name ?? '',
    qualifier: fn?.qualifier ?? '',
    condition,
    ...errorType !== undefined && { errorType },
    ...executedVersion !== undefined && { executedVersion },
    age: ageClass(time === undefined ? undefined : now - time),
    advice,
    bytes: 'text' in payload ? new TextEncoder().encode(payload.text).byteLength : 0,
  };
}
