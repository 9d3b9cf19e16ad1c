import { CannotRunError, EndlessChainError, NotKnownError, ServiceError } from '../../simulator';
import { UsageError } from '../usage-error';

/** Turns an expected error of the simulation into a usage error; returns any other as it is. */
export function foreseen(error: unknown): unknown {
  if (error instanceof CannotRunError) {
    const way = error.variable === undefined ? 'Leave out `--code`' : `Set it with \`--env ${error.variable}=…\`, or leave out \`--code\``;
    return new UsageError(`the code of \`${error.functionName}\` cannot run: ${error.reason}. ${way}.`);
  }
  if (error instanceof ServiceError) {
    return new UsageError(`Lambda would refuse the event with ${error.code}: ${error.message}`);
  }
  if (error instanceof NotKnownError || error instanceof EndlessChainError) {
    return new UsageError(error.message);
  }
  return error;
}
