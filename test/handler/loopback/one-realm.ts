import { types } from 'node:util';

/**
 * Jest gives each test file an `Error` of its own, of which the errors of Node's network are no instances:
 * the SDK would take them for something strange and wrap them. In Lambda there is one `Error` only.
 */
Object.defineProperty(Error, Symbol.hasInstance, {
  value(this: unknown, thrown: unknown): boolean {
    return Function.prototype[Symbol.hasInstance].call(this, thrown) || (this === Error && types.isNativeError(thrown));
  },
});
