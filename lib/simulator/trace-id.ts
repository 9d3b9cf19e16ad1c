/** The trace header of a request or run, in the form of AWS X-Ray. It is never sampled, because nothing is traced. */
export function traceId(requestId: string): string {
  const [start, ...rest] = requestId.split('-');
  return `Root=1-${start}-${rest.join('')};Sampled=0`;
}
