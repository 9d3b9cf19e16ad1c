/** A time as Alibaba Cloud takes it: ISO 8601, UTC, to the second. */
export function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z');
}
