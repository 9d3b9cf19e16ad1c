import { NotKnownError } from '../state';

/** A JSON document of a client. Its members may have any type. */
type Document = Readonly<Record<string, unknown>>;

/**
 * The document in the body of a request.
 *
 * @throws NotKnownError if the body is not a JSON object
 */
export function documentOf(body: Buffer): Document {
  if (body.length === 0) {
    return {};
  }
  return object(parsed(body), 'a request body') ?? {};
}

/** A member that is an object; `null` counts as absent. */
export function object(value: unknown, name: string): Document | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw mistyped(name, 'an object');
  }
  return value as Document;
}

/** A member that is a string; `null` counts as absent. */
export function text(value: unknown, name: string): string | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  if (typeof value !== 'string') {
    throw mistyped(name, 'a string');
  }
  return value;
}

/** A member that is an integer; `null` counts as absent. */
export function integer(value: unknown, name: string): number | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  if (!Number.isInteger(value)) {
    throw mistyped(name, 'an integer');
  }
  return value as number;
}

/** A member that is a number; `null` counts as absent. */
export function number(value: unknown, name: string): number | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  if (typeof value !== 'number') {
    throw mistyped(name, 'a number');
  }
  return value;
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new NotKnownError('what Lambda answers to a request body that is not JSON', 'Send JSON.');
  }
}

function mistyped(name: string, type: string): NotKnownError {
  return new NotKnownError(`what Lambda answers to ${name} that is not ${type}`, `Send ${type}.`);
}
