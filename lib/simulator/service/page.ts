/** One page of a list. The marker is the number of items on the pages before. */
export function page<T>(items: readonly T[], query: URLSearchParams, longest: number): { items: readonly T[]; nextMarker?: string } {
  const start = Number(query.get('Marker') ?? 0) || 0;
  const end = start + Math.min(Number(query.get('MaxItems') ?? longest) || longest, longest);
  return { items: items.slice(start, end), nextMarker: end < items.length ? `${end}` : undefined };
}
