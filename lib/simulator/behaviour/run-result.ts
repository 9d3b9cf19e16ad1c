/** How one run of a function ends. */
export type RunResult = Succeeded | Failed | TimedOut | Throttled | SystemError;

/** The function returned. */
export interface Succeeded {
  readonly kind: 'succeeded';

  /** JSON text. */
  readonly payload: string;
}

/** The function threw, or its process ended. */
export interface Failed {
  readonly kind: 'failed';
  readonly error: FunctionError;
}

/** The function took longer than its timeout. */
export interface TimedOut {
  readonly kind: 'timed-out';
}

/** The function did not run: there was no room for it. */
export interface Throttled {
  readonly kind: 'throttled';
}

/** The function did not run: something failed within Lambda. */
export interface SystemError {
  readonly kind: 'system-error';
}

/** An error of a function, as a runtime reports it. */
export interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;

  /** The lines of the stack; runtimes other than Node.js name it differently, or leave it out. */
  readonly trace?: readonly string[];
}
