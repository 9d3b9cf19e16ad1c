const MARK = 'failed-create:';

/** Physical id of a resource whose create failed. The Delete that follows does nothing. */
export function failedCreateId(logicalId: string): string {
  return `${MARK}${logicalId}`;
}

export function isFailedCreate(physicalId: unknown): boolean {
  return typeof physicalId === 'string' && physicalId.startsWith(MARK);
}
