import type { FailedEvent } from './failed-event';
import { functionParts } from './function-arn';
import type { ReplaySelection } from '../../contract/replay-plan';

/** Advice of the events that are selected by default. */
const WORTH_SENDING: NonNullable<ReplaySelection['advice']> = ['now', 'after-repair', 'unknown'];

/** Whether a selection asks for events that succeeded. */
export function wantsSuccesses({ advice = WORTH_SENDING }: ReplaySelection): boolean {
  return advice.includes('never');
}

/** Whether an event meets all conditions. A condition about something that is not known of the event is not met. */
export function isSelected(event: FailedEvent, select: ReplaySelection, now: number): boolean {
  const fn = event.functionArn === undefined ? undefined : functionParts(event.functionArn);
  const age = event.time === undefined ? undefined : (now - event.time) / 1000;
  return isOneOf(event.advice, select.advice ?? WORTH_SENDING)
    && isOneOf(fn?.name, select.functions)
    && isOneOf(fn?.qualifier, select.qualifiers)
    && isOneOf(event.condition, select.conditions)
    && isOneOf(event.errorType, select.errorTypes)
    && isOneOf(event.executedVersion, select.executedVersions)
    && isOneOf(event.id, select.requestIds)
    && isAtLeast(event.time, timeOf(select.from))
    && isBelow(event.time, timeOf(select.until))
    && isAtLeast(age, select.minAge)
    && isAtMost(age, select.maxAge);
}

function isOneOf<T extends string>(value: T | undefined, allowed: readonly T[] | undefined): boolean {
  return allowed === undefined || (value !== undefined && allowed.includes(value));
}

function timeOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Date.parse(text);
}

function isAtLeast(value: number | undefined, least: number | undefined): boolean {
  return least === undefined || (value !== undefined && value >= least);
}

function isBelow(value: number | undefined, bound: number | undefined): boolean {
  return bound === undefined || (value !== undefined && value < bound);
}

function isAtMost(value: number | undefined, most: number | undefined): boolean {
  return most === undefined || (value !== undefined && value <= most);
}
