import { byteLength } from '../../constraints/violation';

/** The largest of some values, which is the first to be left out where they are too many, and its size in bytes. */
export function largest(values: Readonly<Record<string, string>> = {}): readonly [name: string, bytes: number] {
  return Object.entries(values)
    .map(([name, value]) => [name, byteLength(value)] as const)
    .reduce((one, other) => other[1] > one[1] ? other : one, ['', 0]);
}
