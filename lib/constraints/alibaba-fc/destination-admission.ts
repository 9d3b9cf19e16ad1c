import { DESTINATION_IN_OTHER_ACCOUNT, DESTINATION_IN_OTHER_REGION } from './destination';
import type { DestinationArn, Place } from './destination-arn';
import type { Rule } from '../rule';

/** Tells whether a value is unknown, e.g. a token. */
export type Unknown = (value: unknown) => boolean;

/** The known parts of the function that sends records. */
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

/** A rule about the place of a destination that is broken. */
export interface Elsewhere {
  readonly rule: Rule;

  /** The Region or account of each. */
  readonly there: string;
  readonly here: string;
}

/** The rules that a destination in another Region or account breaks. */
export function elsewhere(destination: DestinationArn, sender: Partial<Place>, isUnknown: Unknown): Elsewhere[] {
  return [
    { rule: DESTINATION_IN_OTHER_REGION, there: destination.region, here: sender.region },
    { rule: DESTINATION_IN_OTHER_ACCOUNT, there: destination.account, here: sender.account },
  ].filter((found): found is Elsewhere => differ(isUnknown, found.there, found.here));
}

/** Unknown and missing values do not differ. */
function differ(isUnknown: Unknown, one?: string, other?: string): boolean {
  return Boolean(one && other) && !isUnknown(one) && !isUnknown(other) && one !== other;
}
