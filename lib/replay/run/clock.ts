/** Source of time, which tests replace. */
export interface Clock {
  /** Time in milliseconds since 1970. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}
