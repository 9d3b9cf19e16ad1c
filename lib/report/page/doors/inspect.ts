/** A value in words, for messages. */
export function inspect(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

/** The name that Node.js gives a method that shows an object. */
inspect.custom = Symbol.for('nodejs.util.inspect.custom');

export function isNativeError(value: unknown): value is Error {
  return value instanceof Error;
}
