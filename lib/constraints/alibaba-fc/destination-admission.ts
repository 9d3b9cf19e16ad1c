import { DESTINATION_IN_OTHER_ACCOUNT, DESTINATION_IN_OTHER_REGION } from './destination';
import type { DestinationArn, Place } from './destination-arn';
import type { Rule } from '../rule';

/** Tells what nobody can compare yet, e.g. a token. */
export type Unknown = (value: unknown) => boolean;

/** The function that sends records, as far as it is known. */
export interface Sender extends Partial<Place> {
  readonly functionName: string;
}

/** Whether a destination is the function that sends to it, whatever the qualifier. */
export function isSelf(destination: DestinationArn, sender: Sender, isUnknown: Unknown): boolean {
  return destination.kind === 'function'
    && destination.name === sender.functionName
    && !differ(isUnknown, destination.region, sender.region)
    && !differ(isUnknown, destination.account, sender.account);
}

/** A rule that a destination breaks by being elsewhere than the function that sends to it. */
export interface Elsewhere {
  readonly rule: Rule;

  /** The Region or account of each. */
  readonly there: string;
  readonly here: string;
}

/** How a destination is elsewhere than the function that sends to it. */
export function elsewhere(destination: DestinationArn, sender: Partial<Place>, isUnknown: Unknown): Elsewhere[] {
  return [
    { rule: DESTINATION_IN_OTHER_REGION, there: destination.region, here: sender.region },
    { rule: DESTINATION_IN_OTHER_ACCOUNT, there: destination.account, here: sender.account },
  ].filter((found): found is Elsewhere => differ(isUnknown, found.there, found.here));
}

/** What is not known, or left out, cannot be said to differ. */
function differ(isUnknown: Unknown, one?: string, other?: string): boolean {
  return Boolean(one && other) && !isUnknown(one) && !isUnknown(other) && one !== other;
}
