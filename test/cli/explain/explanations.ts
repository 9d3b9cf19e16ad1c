import type { Explanation } from '../../../lib/explanation/explanation';
import { failingEvent } from '../../../lib/explanation/failing-event';

/** What becomes of the events of a function with one retry within an hour, and nowhere to go. */
export function explanationOf(changes: Partial<Explanation> = {}): Explanation {
  return {
    function: 'S/Orders',
    qualifier: '$LATEST',
    callers: [],
    configs: ['S/Orders/EventInvokeConfig'],
    configuredElsewhere: [],
    declined: [],
    retryAttempts: 1,
    maxEventAge: 3600,
    timeout: 30,
    durable: false,
    failsAtOnce: failingEvent(1, 3600, 0),
    timesOut: failingEvent(1, 3600, 30),
    longest: 3630,
    consumers: [],
    lost: 'the whole event: nothing stores it',
    ...changes,
  };
}
