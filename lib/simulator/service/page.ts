import { NotKnownError } from '../state';

/**
 * One page of a list. The marker is the number of items on the pages before.
 *
 * @throws NotKnownError for a number of items or a marker that is none
 */
export function page<T>(items: readonly T[], query: URLSearchParams, longest: number): { items: readonly T[]; nextMarker?: string } {
  const start = Number(query.get('Marker') ?? 0);
  if (!Number.isInteger(start) || start < 0 || start > items.length) {
    throw new NotKnownError('what Lambda answers to a marker that it has not given', 'Send the `NextMarker` of the page before.');
  }
  const end = start + Math.min(maxItemsOf(query) ?? longest, longest);
  return { items: items.slice(start, end), nextMarker: end < items.length ? `${end}` : undefined };
}

/**
 * The number of items that a request asks for.
 *
 * @throws NotKnownError if it is not an integer
 */
export function maxItemsOf(query: URLSearchParams): number | undefined {
  const text = query.get('MaxItems');
  if (text === null) {
    return undefined;
  }
  if (!/^-?\d{1,9}$/.test(text)) {
    throw new NotKnownError('what Lambda answers to `MaxItems` that is not an integer', 'Send an integer.');
  }
  return Number(text);
}
