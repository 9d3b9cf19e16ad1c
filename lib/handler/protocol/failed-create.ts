const MARK = 'failed-create:';

/** The id of a resource that was never created: it tells the Delete that follows that there is nothing to do. */
export function failedCreateId(logicalId: string): string {
  return `${MARK}${logicalId}`;
}

export function isFailedCreate(physicalId: unknown): boolean {
  return typeof physicalId === 'string' && physicalId.startsWith(MARK);
}
