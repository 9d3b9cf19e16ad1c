import { types } from 'node:util';
import type { Failed, FunctionError } from './run-result';
import { UNREADABLE_ERROR } from './runtime-messages';

/** A run that ended with an error, as the Node.js runtime reports it. */
export function thrown(error: unknown): Failed {
  return { kind: 'failed', error: types.isNativeError(error) || error instanceof Error ? new ThrownError(error) : bare(error) };
}

/** The stack is made into text when somebody asks for it: most errors are thrown for nobody to read. */
class ThrownError implements FunctionError {
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
}

function bare(error: unknown): FunctionError {
  try {
    return { errorType: typeof error, errorMessage: String(error), trace: [] };
  } catch {
    return { errorType: 'handled', errorMessage: UNREADABLE_ERROR, trace: [] };
  }
}
