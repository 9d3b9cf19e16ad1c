import { ForeignRequestError } from './foreign-request';
import { NotSimulatedError } from './not-simulated-error';
import { TooLargeError } from './too-large-error';
import { NotKnownError } from '../state';

/** An error of the simulator itself, in the form that all protocols can send. */
export interface OwnError {
  readonly code: string;
  readonly status: number;
  readonly message: string;
}

/** The status of answers that no service gives. The SDKs do not retry after it. */
const NOT_IMPLEMENTED = 501;
const FORBIDDEN = 403;
const TOO_LARGE = 413;

/** Describes an error that no service has answered. */
export function ownError(error: unknown): OwnError {
  if (error instanceof NotKnownError) {
    return { code: 'NotKnownOfTheRealService', status: NOT_IMPLEMENTED, message: error.message };
  }
  if (error instanceof ForeignRequestError) {
    return { code: 'ForeignRequest', status: FORBIDDEN, message: error.message };
  }
  if (error instanceof NotSimulatedError) {
    return { code: 'NotSimulated', status: NOT_IMPLEMENTED, message: error.message };
  }
  if (error instanceof TooLargeError) {
    return { code: 'RequestTooLarge', status: TOO_LARGE, message: error.message };
  }
  const message = `The simulator itself failed. This is not an answer of the service: ${error instanceof Error ? error.message : error}`;
  return { code: 'SimulatorFailure', status: NOT_IMPLEMENTED, message };
}
