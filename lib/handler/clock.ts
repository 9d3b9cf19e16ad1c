/** Time, so that tests need none. */
export interface Clock {
  /** In milliseconds since 1970. */
  now(): number;

  /** Resolves after some milliseconds. */
  sleep(milliseconds: number): Promise<void>;

  /**
   * Rings once after some milliseconds, unless it is switched off before.
   *
   * @returns switches it off
   */
  alarm(milliseconds: number, ring: () => void): () => void;
}

/** The time of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds)),
  alarm: (milliseconds, ring) => {
    const timer = setTimeout(ring, milliseconds);
    return () => clearTimeout(timer);
  },
};
