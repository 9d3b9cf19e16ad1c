import type { SimulatedEvent } from './simulated-event';
import type { EventStep } from './step';
import { story } from './story';
import type { Condition } from '../../contract/invocation-record';
import { inspect } from '../../doors/inspect';
import type { FunctionError } from '../behaviour/run-result';
import { shown } from '../handles';
import type { Random } from '../random';

/** Something that happened to an event. `at` is in milliseconds since 1970. */
export type OutcomeStep = EventStep extends infer S ? S extends EventStep ? Omit<S, 'previous' | 'arn'> : never : never;

/** The state of an event. It changes while you move the clock. */
export class Outcome {
  readonly #event: SimulatedEvent;
  readonly #random: Random;

  constructor(event: SimulatedEvent, random: Random) {
    this.#event = event;
    this.#random = random;
  }

  /** The request id, the same for all attempts. */
  get requestId(): string {
    return this.#random.uuid(this.#event.number);
  }

  /** The logical id of the function. */
  get function(): string {
    return this.#event.runner.function.settings.logicalId;
  }

  /** The construct path of the function, or its logical id if the app does not tell the path. */
  get functionPath(): string {
    return shown(this.#event.runner.function.settings);
  }

  /** The qualifier that the caller used; undefined if there was none. */
  get qualifier(): string | undefined {
    return this.#event.qualifier;
  }

  /** The ARN of the function as in records: always with a qualifier. */
  get functionArn(): string {
    return this.#event.functionArn;
  }

  /** The number of runs. Throttles and system errors do not count. */
  get attempts(): number {
    return this.#event.attempts;
  }

  /** The condition, as in the record; undefined before the event has ended, and if Lambda stopped it as a recursive loop. */
  get condition(): Condition | undefined {
    return this.#event.condition;
  }

  /** Whether Lambda stopped the event as a recursive loop. */
  get isRecursive(): boolean {
    return this.#event.isRecursive;
  }

  /** Whether the event has succeeded or been given up. */
  get hasEnded(): boolean {
    return this.#event.hasEnded;
  }

  /** The time of acceptance, on the simulator's clock. */
  get acceptedAt(): Date {
    return new Date(this.#event.acceptedAt);
  }

  /** The time at which the event succeeded or was given up; undefined before that. */
  get endedAt(): Date | undefined {
    return this.hasEnded ? new Date(this.#event.lastStep!.at) : undefined;
  }

  /** The event, parsed. */
  get payload(): unknown {
    return JSON.parse(this.payloadText);
  }

  /** The event exactly as it was sent: JSON text. */
  get payloadText(): string {
    return this.#event.payload;
  }

  /** What the function returned, parsed; undefined if it did not return. */
  get response(): unknown {
    const { response } = this.#event;
    return response === undefined ? undefined : JSON.parse(response);
  }

  /** The error of the last attempt; undefined if it had none, or if a throttle or system error came after it. */
  get error(): FunctionError | undefined {
    return this.#event.lastError(this.requestId);
  }

  /** Everything that happened since the acceptance, as data. */
  get steps(): OutcomeStep[] {
    return this.#event.steps().map(step => {
      const { previous: _, arn: _arn, ...told } = { arn: undefined, ...step };
      return told;
    });
  }

  /** Everything that happened, one line for each step, with the time since the acceptance. */
  get timeline(): string[] {
    return story(this.#event);
  }

  /** The whole story, for people. It contains neither payloads nor responses. */
  toString(): string {
    const qualifier = this.#event.qualifier;
    return [`${this.function}${qualifier === undefined ? '' : `:${qualifier}`} ${this.requestId}`, ...this.timeline.map(line => `  ${line}`)].join('\n');
  }

  toJSON(): string {
    return this.toString();
  }

  [inspect.custom](): string {
    return this.toString();
  }
}
