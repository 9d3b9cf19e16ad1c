/** A JSON value, with its text if it was read from text. */
export interface Json {
  readonly value: unknown;
  readonly text?: string;
}

/** A JSON object with any members. */
export type JsonObject = { readonly [name: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads a text, or the bytes of an object, as JSON; undefined if they are not JSON. Any other value is returned unchanged. */
export function decoded(content: Json): Json | undefined {
  const { value } = content;
  if (typeof value !== 'string' && !(value instanceof Uint8Array)) {
    return content;
  }
  const text = typeof value === 'string' ? value : new TextDecoder().decode(value);
  try {
    return { value: JSON.parse(text), text };
  } catch {
    return undefined;
  }
}
