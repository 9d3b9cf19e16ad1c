/** An object of JSON, its members unchecked. */
export type JsonObject = { readonly [name: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a text or the bytes of an object say as JSON; what is a value already stays as it is. */
export function decoded(content: unknown): { readonly value: unknown } | undefined {
  if (typeof content !== 'string' && !(content instanceof Uint8Array)) {
    return { value: content };
  }
  try {
    return { value: JSON.parse(typeof content === 'string' ? content : new TextDecoder().decode(content)) };
  } catch {
    return undefined;
  }
}
