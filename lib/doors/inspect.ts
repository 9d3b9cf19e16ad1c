import { types } from 'node:util';

export { inspect } from 'node:util';

/** Whether a value is an error, even of another realm: test runners have their own. */
export const isNativeError: (value: unknown) => value is Error = types.isNativeError;
