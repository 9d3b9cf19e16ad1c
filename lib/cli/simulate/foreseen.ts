import { CannotRunError, EndlessChainError, NotKnownError, ServiceError } from '../../simulator';
import { UsageError } from '../usage-error';

/** Turns an expected error of the simulation into a usage error; returns any other as it is. */
export function foreseen(error: unknown): unknown {
  if (error instanceof CannotRunError) {
    return new UsageError(`the code of \`${error.functionName}\` cannot run: ${error.reason}. Leave out \`--code\`.`);
  }
  if (error instanceof ServiceError) {
    return new UsageError(`Lambda would refuse the event with ${error.code}: ${error.message}`);
  }
  if (error instanceof NotKnownError || error instanceof EndlessChainError) {
    return new UsageError(error.message);
  }
  return error;
}
