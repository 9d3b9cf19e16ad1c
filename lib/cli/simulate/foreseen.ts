import { CannotRunError, EndlessChainError, NotKnownError, ServiceError } from '../../simulator';
import { UsageError } from '../usage-error';

/** An error of the simulation in the words of the command line; any other as it is. */
export function foreseen(error: unknown): unknown {
  if (error instanceof CannotRunError) {
    return new UsageError(`the code of \`${error.functionName}\` cannot be run: ${error.reason}. Leave out \`--code\` to go without it.`);
  }
  if (error instanceof ServiceError) return new UsageError(`Lambda would refuse the event with ${error.code}: ${error.message}`);
  if (error instanceof NotKnownError || error instanceof EndlessChainError) return new UsageError(error.message);
  return error;
}
