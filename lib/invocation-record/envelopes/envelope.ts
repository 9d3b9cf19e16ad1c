import type { Attributes } from '../dead-letter';
import { isObject, type Json } from '../json';
import type { Via } from '../reading';

/** An envelope with its content. */
export interface Envelope {
  readonly via: Via;
  readonly content: Json;
  readonly attributes: Attributes;

  /** The id of the message in a queue. */
  readonly messageId?: string;
}

/** The attributes of a message as strings. `value` is the name that the service has for the value. */
export function attributesOf(attributes: unknown, value: 'stringValue' | 'StringValue' | 'Value'): Attributes {
  const entries = Object.entries(isObject(attributes) ? attributes : {})
    .map(([name, attribute]) => [name, isObject(attribute) ? attribute[value] : undefined] as const)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return new Map(entries);
}
