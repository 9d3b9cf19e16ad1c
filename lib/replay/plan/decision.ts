import { isReadable, type FailedEvent, type Unreadable } from './failed-event';
import { functionParts } from './function-arn';
import { isSelected, wantsSuccesses } from './selection';
import type { ReplayLeft, ReplaySelection } from '../../contract/replay-plan';

/** Wishes that decide what becomes of an event. */
export interface Wishes {
  readonly select: ReplaySelection;

  /** Time of the plan in milliseconds. */
  readonly now: number;

  /** Function or `:qualifier` that gets the events instead. */
  readonly target?: string;

  /** ARNs, without qualifier, of the functions that may be invoked; absent for all. */
  readonly allowed?: ReadonlySet<string>;
}

/** An event to send, or the reason why it is left. */
export type Decision = { readonly event: FailedEvent; readonly target: string } | { readonly left: ReplayLeft; readonly reason?: string };

/** Decides whether an event is sent, and to which function. */
export function decide(event: FailedEvent | Unreadable, { select, now, target: instead, allowed }: Wishes): Decision {
  if (!isReadable(event)) {
    return { left: 'unreadable', reason: event.unreadable };
  }
  if (event.advice === 'never' && !wantsSuccesses(select)) {
    return { left: 'success' };
  }
  if (!isSelected(event, select, now)) {
    return { left: 'notSelected' };
  }
  if ('missing' in event.payload) {
    return { left: event.payload.missing };
  }
  const target = targetOf(event.functionArn, instead);
  const fn = target === undefined ? undefined : functionParts(target);
  if (target === undefined || !fn) {
    return { left: 'unknownFunction' };
  }
  return allowed && !allowed.has(fn.arn) ? { left: 'otherFunction' } : { event, target };
}

/** ARN, with qualifier, of the function that gets an event. */
export function targetOf(functionArn: string | undefined, instead?: string): string | undefined {
  if (instead === undefined) {
    return functionArn;
  }
  if (!instead.startsWith(':')) {
    return instead;
  }
  const fn = functionArn === undefined ? undefined : functionParts(functionArn);
  return fn && `${fn.arn}${instead}`;
}
