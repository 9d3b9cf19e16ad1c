import { AlarmHandle } from './alarm-handle';
import { Destination } from './destination';
import { Outcome } from './events/outcome';
import { isCalled } from './handles';
import type { Condition } from '../contract/invocation-record';
import { Flow } from './sources/flow/flow';

/** The result of a matcher of jest or vitest. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** The end of an event that Lambda gave up. */
export interface GivenUp {
  /**
   * The number of attempts.
   *
   * @default - any number
   */
  readonly after?: number;

  /**
   * The condition in the record.
   *
   * @default - any condition
   */
  readonly because?: Condition;
}

/**
 * Matchers for `expect.extend(asyncInvokeMatchers)` of jest or vitest. A matcher that fails prints the story of the event, or the history of the alarm.
 *
 *     expect(outcome).toHaveSucceeded({ after: 2 });
 *     expect(outcome).toHaveBeenGivenUp({ after: 3, because: 'RetriesExhausted' });
 *     expect(sim.destination('FailureQueue')).toHaveReceivedRecordOf(outcome);
 *     expect(flow).toHaveEndedIn('Archive', 'FailureQueue'); // e.g. of `sim.bucket('Uploads').put('a.png')`
 *     expect(sim.alarm('Dropped')).toHaveFired();
 *
 * TypeScript needs one line to know them: see `AsyncInvokeMatchers`.
 */
export const asyncInvokeMatchers = {
  /** Passes if the function succeeded, after that many attempts. */
  toHaveSucceeded(received: unknown, { after }: Pick<GivenUp, 'after'> = {}): MatcherResult {
    const outcome = checked(received, Outcome, 'an outcome');
    return verdict(outcome.condition === 'Success' && isExpected(outcome.attempts, after), `have succeeded${attempts(after)}`, outcome);
  },

  /** Passes if Lambda gave the event up, after that many attempts and for that reason. */
  toHaveBeenGivenUp(received: unknown, { after, because }: GivenUp = {}): MatcherResult {
    const outcome = checked(received, Outcome, 'an outcome');
    const pass = outcome.hasEnded && outcome.condition !== 'Success' && isExpected(outcome.attempts, after) && isExpected(outcome.condition, because);
    return verdict(pass, `have been given up${attempts(after)}${because === undefined ? '' : ` because of ${because}`}`, outcome);
  },

  /** Passes if the event has neither succeeded nor been given up yet. */
  toBeWaiting(received: unknown): MatcherResult {
    const outcome = checked(received, Outcome, 'an outcome');
    return verdict(!outcome.hasEnded, 'be waiting', outcome);
  },

  /** Passes if the destination received the invocation record of the event. */
  toHaveReceivedRecordOf(received: unknown, outcome: Outcome): MatcherResult {
    return arrived(received, outcome, 'a record of the event', role => role !== 'dead-letter');
  },

  /** Passes if the dead-letter queue or topic received the event itself. */
  toHaveReceivedDeadLetterOf(received: unknown, outcome: Outcome): MatcherResult {
    return arrived(received, outcome, 'the event as a dead letter', role => role === 'dead-letter');
  },

  /** Passes if the flow has ended, and everything in it has ended in one of these places. Events that no rule or subscription takes do not count. */
  toHaveEndedIn(received: unknown, ...places: readonly string[]): MatcherResult {
    const flow = checked(received, Flow, 'a flow');
    const ends = flow.ends.filter(({ kind }) => kind !== 'ignored');
    const pass = flow.hasSettled && ends.length > 0 && ends.every(({ kind, station }) => kind !== 'lost' && places.some(place => isCalled(station, place)));
    return flowVerdict(pass, `ended in ${places.map(place => `\`${place}\``).join(' or ')}`, flow);
  },

  /** Passes if the flow has reached a bus, topic, queue, bucket, rule, schedule or function. */
  toHaveReached(received: unknown, place: string): MatcherResult {
    const flow = checked(received, Flow, 'a flow');
    return flowVerdict(flow.stations.some(station => isCalled(station, place)), `reached \`${place}\``, flow);
  },

  /** Passes if something in the flow was lost: nothing has kept it. */
  toHaveLostSomething(received: unknown): MatcherResult {
    const flow = checked(received, Flow, 'a flow');
    return flowVerdict(flow.ends.some(({ kind }) => kind === 'lost'), 'lost something', flow);
  },

  /** Passes if the alarm is in the state `ALARM` now. */
  toBeInAlarm(received: unknown): MatcherResult {
    const alarm = checked(received, AlarmHandle, 'an alarm');
    return alarmVerdict(alarm.state === 'ALARM', 'be in ALARM', alarm);
  },

  /** Passes if the alarm has changed to the state `ALARM`, that many times. It may have recovered since. */
  toHaveFired(received: unknown, times?: number): MatcherResult {
    const alarm = checked(received, AlarmHandle, 'an alarm');
    const fired = alarm.history.filter(({ to }) => to === 'ALARM').length;
    const expectation = times === undefined ? '' : ` ${times} ${times === 1 ? 'time' : 'times'}`;
    return alarmVerdict(times === undefined ? fired > 0 : fired === times, `have fired${expectation}`, alarm);
  },
};

/**
 * The types of the matchers. Add one of these lines to a file of your project:
 *
 *     // jest with @types/jest
 *     declare global { namespace jest { interface Matchers<R> extends AsyncInvokeMatchers<R> {} } }
 *     // jest with @jest/globals
 *     declare module 'expect' { interface Matchers<R> extends AsyncInvokeMatchers<R> {} }
 *     // vitest
 *     declare module 'vitest' { interface Assertion<T> extends AsyncInvokeMatchers<void> {} }
 */
export type AsyncInvokeMatchers<R = void> = {
  [Name in keyof typeof asyncInvokeMatchers]:
  (typeof asyncInvokeMatchers)[Name] extends (received: unknown, ...expected: infer Expected) => MatcherResult ? (...expected: Expected) => R : never;
};

function arrived(received: unknown, event: unknown, what: string, matches: (role: string) => boolean): MatcherResult {
  const destination = checked(received, Destination, 'a destination');
  const outcome = checked(event, Outcome, 'an outcome');
  const pass = destination.arrivals.some(({ requestId, role }) => requestId === outcome.requestId && matches(role));
  return { pass, message: () => `Expected ${destination.name} ${pass ? 'not ' : ''}to have received ${what}:\n${outcome}` };
}

function flowVerdict(pass: boolean, expectation: string, flow: Flow): MatcherResult {
  return { pass, message: () => `Expected the flow ${pass ? 'not ' : ''}to have ${expectation}:\n${flow}\n${flow.ends.map(({ kind, text }) => `${kind}: ${text}`).join('\n')}` };
}

function verdict(pass: boolean, expectation: string, outcome: Outcome): MatcherResult {
  return { pass, message: () => `Expected the event ${pass ? 'not ' : ''}to ${expectation}:\n${outcome}` };
}

function alarmVerdict(pass: boolean, expectation: string, alarm: AlarmHandle): MatcherResult {
  return { pass, message: () => `Expected the alarm ${pass ? 'not ' : ''}to ${expectation}:\n${alarm}` };
}

function checked<T>(value: unknown, type: abstract new (...args: never[]) => T, what: string): T {
  if (value instanceof type) {
    return value;
  }
  throw new TypeError(`\`expect\` must get ${what} of the simulator, got: ${described(value)}`);
}

function described(value: unknown): string {
  if (value instanceof Promise) {
    return 'a promise. Await it first';
  }
  return value === null ? 'null' : typeof value;
}

function isExpected<T>(value: T, expected: T | undefined): boolean {
  return expected === undefined || value === expected;
}

function attempts(after: number | undefined): string {
  return after === undefined ? '' : ` after ${after} ${after === 1 ? 'attempt' : 'attempts'}`;
}
