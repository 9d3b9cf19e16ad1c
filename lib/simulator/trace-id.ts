/** The trace header of a request or run, in the form of AWS X-Ray. It is never sampled, because nothing is traced. */
export function traceId(requestId: string): string {
  const [start, ...rest] = requestId.split('-');
  return `Root=1-${start}-${rest.join('')};Sampled=0`;
}

/** The root of a trace header, which stays the same along a chain of invocations; undefined if there is none. */
export function rootOf(trace: string | undefined): string | undefined {
  return trace === undefined ? undefined : /(?:^|;)\s*Root=([^;]+)/.exec(trace)?.[1];
}
