import { isPlain } from '../../lib/provider/key-order';

/** The same value with the keys of each object in the opposite order. */
export function backwards(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(backwards);
  }
  return isPlain(value)
    ? Object.fromEntries(Object.entries(value as object).reverse().map(([key, member]) => [key, backwards(member)]))
    : value;
}
