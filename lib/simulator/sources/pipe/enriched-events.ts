import { NotKnownError } from '../../state/not-known-error';
import { isObject } from '../matching/branches';
import { readJson } from '../matching/exact-json';

/** The events that leave an enrichment. */
export interface Enriched {
  readonly events: readonly object[];

  /** Whether they are a list: a function gets them as they are. */
  readonly isList: boolean;
}

/**
 * The events in the response of an enrichment. A pipe passes nothing on if the response is empty.
 *
 * @throws NotKnownError for a response of which the guide does not say what the target gets
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/pipes-enrichment.html#pipes-enrichment-filtering
 */
export function enrichedEvents(response: string, place: string): Enriched {
  const value = readJson(response) as unknown;
  if (Array.isArray(value) && value.every(isObject)) {
    return { events: value, isList: true };
  }
  if (value === '') {
    return { events: [], isList: true };
  }
  if (isObject(value)) {
    return Object.keys(value).length === 0 ? { events: [], isList: true } : { events: [value], isList: false };
  }
  throw new NotKnownError(`what a pipe does with a response of ${place} that is neither an object nor a list of objects`, 'Return a list of objects; [] passes nothing on.');
}
