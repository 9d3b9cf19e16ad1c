/** The end of one run of a function. */
export type RunResult = Succeeded | Failed | TimedOut | Throttled | SystemError;

/** The function returned. */
export interface Succeeded {
  readonly kind: 'succeeded';

  /** The response, as JSON text. */
  readonly payload: string;
}

/** The function threw, or its process ended. */
export interface Failed {
  readonly kind: 'failed';
  readonly error: FunctionError;

  /** The length of the error as JSON text; absent if it was not measured. */
  readonly length?: number;
}

/** The function took longer than its timeout. */
export interface TimedOut {
  readonly kind: 'timed-out';
}

/** The function did not run, because Lambda throttled it. */
export interface Throttled {
  readonly kind: 'throttled';
}

/** The function did not run, because of an error in Lambda. */
export interface SystemError {
  readonly kind: 'system-error';
}

/** An error of a function, as its runtime reports it. It may have more members. */
export interface FunctionError {
  readonly errorType?: string;
  readonly errorMessage?: string;

  /** The lines of the stack, as the Node.js runtime reports them. */
  readonly trace?: readonly string[];

  /** The frames of the stack, as other runtimes report them. */
  readonly stackTrace?: readonly unknown[];

  /** The request id, which the Python runtime adds. */
  readonly requestId?: string;
}
