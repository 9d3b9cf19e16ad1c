/** Key under which aws-cdk-lib keeps a member whose key is known only at deployment: as a list of key and value. */
const KEY_OF_DEPLOYMENT = /^\$IntrinsicKey\$\d+$/;

/**
 * The same value with the keys of every object in one order.
 *
 * Some languages pass the keys of a map in another order with every run. As in JSON text, members without a value are left out, and
 * elements without a value are `null`, so that the others keep their place.
 *
 * @param value a value without tokens
 */
export function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((element: unknown) => element === undefined ? null : inKeyOrder(element));
  }
  return isPlain(value) ? withMarks(value as object, ordered(value as object)) : value;
}

function ordered(object: object): object {
  return Object.fromEntries(Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ({ rank: rankOf(key, value), key, value: inKeyOrder(value) }))
    .sort((one, other) => one.rank < other.rank ? -1 : 1)
    .map(({ key, value }) => [key, value]));
}

function rankOf(key: string, value: unknown): string {
  return KEY_OF_DEPLOYMENT.test(key) && Array.isArray(value) ? JSON.stringify(value[0]) : key;
}

/** aws-cdk-lib marks resolved tokens with a symbol, to distinguish them from objects of users that look alike. */
function withMarks(from: object, to: object): object {
  for (const mark of Object.getOwnPropertySymbols(from)) {
    Object.defineProperty(to, mark, Object.getOwnPropertyDescriptor(from, mark)!);
  }
  return to;
}

/** Whether a value is an object that has only keys and values. It may come from another realm. */
export function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
