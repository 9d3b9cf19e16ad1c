import type { Place } from '../simulated-functions';

/** The client of a request: its account and Region, as far as its signature tells them, and the run that has sent it. */
export interface Caller extends Place {
  /** The header `X-Amzn-Trace-Id`, by which the simulator knows the run that sends this. */
  readonly trace?: string;
}
