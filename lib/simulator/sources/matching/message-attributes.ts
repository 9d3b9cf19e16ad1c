import { readJson } from './exact-json';
import { readNumber } from './json-number';
import { isJson } from '../../json-text';
import { NotKnownError } from '../../state/not-known-error';

/** An attribute of a message, as SNS delivers it. */
export interface MessageAttribute {
  /** `String`, `String.Array`, `Number` or `Binary`. */
  readonly Type: string;

  /** The text, the JSON of the list, the number, or the bytes in base64. */
  readonly Value: string;
}

/** Attributes of a message by their names. */
export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;

const NUMBER = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/**
 * The values that a filter policy compares. It ignores binary attributes.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html
 */
export function attributeValues(attributes: MessageAttributes): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).filter(([, { Type }]) => Type !== 'Binary').map(([name, attribute]) => [name, valueOf(name, attribute)]));
}

function valueOf(name: string, { Type, Value }: MessageAttribute): unknown {
  switch (Type) {
    case 'String': return Value.replace(/["\\]/g, '\\$&'); // A policy must escape these twice.
    case 'String.Array': return elements(name, Value);
    case 'Number': return number(name, Value);
    default: throw new NotKnownError(`how a filter policy compares the attribute \`${name}\` of the type ${Type}`, 'Use String, String.Array, Number or Binary.');
  }
}

function elements(name: string, text: string): unknown {
  const list = isJson(text) ? readJson(text) : undefined;
  if (!Array.isArray(list)) {
    throw new NotKnownError(`how a filter policy compares the attribute \`${name}\` of the type String.Array, which is not a list of JSON`, 'Write a list: ["x", "y"].');
  }
  if (list.some(element => typeof element === 'string' && /["\\]/.test(element))) {
    throw new NotKnownError(`how a filter policy compares the attribute \`${name}\` of the type String.Array, which has a quote or a backslash`, 'Leave these out.');
  }
  return list;
}

function number(name: string, text: string): unknown {
  if (!NUMBER.test(text)) {
    throw new NotKnownError(`how a filter policy compares the attribute \`${name}\` of the type Number, which is no number of JSON`, 'Write a number such as -1.5.');
  }
  return readNumber(text);
}
