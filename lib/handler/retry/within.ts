import type { Clock } from '../clock';

/** Options of a call of the SDK. */
export interface CallOptions {
  readonly abortSignal: AbortSignal;

  /** 0, which disables the timeout of the client. */
  readonly requestTimeout: 0;
}

/** Aborts a call that takes longer than some milliseconds. */
export async function within<T>(milliseconds: number, clock: Clock, call: (options: CallOptions) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const switchOff = clock.alarm(Math.max(0, milliseconds), () => controller.abort());
  try {
    return await call({ abortSignal: controller.signal, requestTimeout: 0 });
  } finally {
    switchOff();
  }
}
