/** Source of time, which tests replace. */
export interface Clock {
  /** Time in milliseconds since 1970. */
  now(): number;

  /** Resolves after some milliseconds. */
  sleep(milliseconds: number): Promise<void>;

  /**
   * Calls back once after some milliseconds.
   *
   * @returns a function that cancels the alarm
   */
  alarm(milliseconds: number, ring: () => void): () => void;
}

/** Clock of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
  alarm: (milliseconds, ring) => {
    const timer = setTimeout(ring, milliseconds);
    return () => clearTimeout(timer);
  },
};
