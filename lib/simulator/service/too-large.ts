import { ServiceError } from '../state';

/** Refuses a payload that is too large for an event. */
export function tooLargeForEvent(size: number, limit: number): ServiceError {
  return tooLarge(`${size} byte payload is too large for the Event invocation type (limit ${limit} bytes)`);
}

/** Refuses a payload that is too large for a synchronous invocation. */
export function tooLargeForInvoke(limit: number): ServiceError {
  return tooLarge(`Request must be smaller than ${limit} bytes for the InvokeFunction operation`);
}

function tooLarge(message: string): ServiceError {
  return new ServiceError('RequestEntityTooLargeException', 413, message);
}
