import type { Clock } from '../clock';

/** What the calls of the SDK take besides the command. */
export interface CallOptions {
  readonly abortSignal: AbortSignal;

  /** 0, for the client's own limit would be in the way. */
  readonly requestTimeout: 0;
}

/** Hangs up if a call takes longer than some milliseconds. */
export async function within<T>(milliseconds: number, clock: Clock, call: (options: CallOptions) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const switchOff = clock.alarm(Math.max(0, milliseconds), () => controller.abort());
  try {
    return await call({ abortSignal: controller.signal, requestTimeout: 0 });
  } finally {
    switchOff();
  }
}
