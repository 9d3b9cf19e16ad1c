import { byteLength } from '../../constraints/violation';

/** Name and size in bytes of the largest value. */
export function largest(values: Readonly<Record<string, string>> = {}): readonly [name: string, bytes: number] {
  return Object.entries(values)
    .map(([name, value]) => [name, byteLength(value)] as const)
    .reduce((one, other) => other[1] > one[1] ? other : one, ['', 0]);
}
