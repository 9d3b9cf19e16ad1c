import { isObject } from '../assembly/json-walk';

/** The name of an intrinsic function, if an object is a call. */
export function intrinsicOf(raw: unknown): string | undefined {
  if (!isObject(raw)) {
    return undefined;
  }
  let only: string | undefined;
  for (const name in raw) {
    if (only !== undefined) {
      return undefined;
    }
    only = name;
  }
  return only === 'Ref' || only?.startsWith('Fn::') ? only : undefined;
}
