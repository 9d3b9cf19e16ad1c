import type { MessageAttributes } from '../../state';

/** Attributes of a message, by name: a string, a number, or a list of strings, numbers and booleans. */
export type AttributeValues = Readonly<Record<string, string | number | ReadonlyArray<string | number | boolean>>>;

/** Attributes in the form of the API. */
export function attributesOf(values: AttributeValues): MessageAttributes {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, {
    DataType: typeof value === 'number' ? 'Number' : typeof value === 'string' ? 'String' : 'String.Array',
    StringValue: typeof value === 'object' ? JSON.stringify(value) : String(value),
  }]));
}

/** A body or message: a string as it is, anything else as JSON. */
export function textOf(body: unknown, write: (value: unknown) => string | undefined): string {
  return typeof body === 'string' ? body : write(body) ?? '';
}
