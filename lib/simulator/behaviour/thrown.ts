import type { Failed, FunctionError } from './run-result';
import { UNREADABLE_ERROR } from './runtime-messages';
import { isNativeError } from '../../doors/inspect';

/** The result of a run that threw, as the Node.js runtime reports it. */
export function thrown(error: unknown): Failed {
  return { kind: 'failed', error: isNativeError(error) || error instanceof Error ? new ThrownError(error) : bare(error) };
}

/** An error whose stack is formatted when it is read. Most errors in simulations are never read. */
export class ThrownError implements FunctionError {
  constructor(private readonly error: Error) {}

  get errorType(): string {
    return String(this.error.name);
  }

  get errorMessage(): string {
    return String(this.error.message);
  }

  get trace(): readonly string[] {
    return (this.error.stack ?? '').split('\n');
  }

  toJSON(): FunctionError {
    const { errorType, errorMessage, trace } = this;
    return { errorType, errorMessage, trace };
  }
}

function bare(error: unknown): FunctionError {
  try {
    return { errorType: typeof error, errorMessage: String(error), trace: [] };
  } catch {
    return { errorType: 'handled', errorMessage: UNREADABLE_ERROR, trace: [] };
  }
}
