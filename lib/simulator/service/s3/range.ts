import { refused } from './refusals';

/** The bytes of an object that a client wants, both ends included. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads the header `Range`. One that is not of this form, or names several ranges, is ignored.
 *
 * @throws S3Error if the object has none of these bytes
 */
export function rangeOf(header: string | undefined, size: number): Range | undefined {
  const found = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!found || (found[1] === '' && found[2] === '')) {
    return undefined;
  }
  const [first, last] = [found[1], found[2]].map(Number);
  const isSuffix = found[1] === '';
  if (!isSuffix && found[2] !== '' && first > last) {
    return undefined;
  }
  const start = isSuffix ? Math.max(0, size - last) : first;
  if (start >= size) {
    throw refused(416, 'InvalidRange', 'The requested range is not satisfiable', { RangeRequested: header!, ActualObjectSize: `${size}` });
  }
  return { start, end: isSuffix || found[2] === '' ? size - 1 : Math.min(last, size - 1) };
}
