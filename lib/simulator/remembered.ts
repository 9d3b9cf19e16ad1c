/** The value of a key in a map, made when it is asked for first. */
export function remembered<K, V extends {} | null>(values: Map<K, V>, key: K, make: () => V): V {
  let value = values.get(key);
  if (value === undefined) {
    value = make();
    values.set(key, value);
  }
  return value;
}
