import { isObject } from '../assembly/json-walk';

/** The name of an intrinsic function, if an object is a call. */
export function intrinsicOf(raw: unknown): string | undefined {
  return isObject(raw) ? intrinsicIn(raw) : undefined;
}

/** The name of an intrinsic function, if an object is a call. It must not be a list. */
export function intrinsicIn(raw: object): string | undefined {
  let only: string | undefined;
  for (const name in raw) {
    if (only !== undefined) {
      return undefined;
    }
    only = name;
  }
  return only === 'Ref' || only?.startsWith('Fn::') ? only : undefined;
}
