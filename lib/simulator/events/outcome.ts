import { inspect } from 'node:util';
import type { SimulatedEvent } from './simulated-event';
import type { EventStep } from './step';
import { story } from './story';
import type { Condition } from '../../contract/invocation-record';
import type { FunctionError } from '../behaviour/run-result';
import { shown } from '../handles';
import type { Random } from '../random';

/** Something that happened to an event: `at` in milliseconds since 1970. */
export type OutcomeStep = EventStep extends infer S ? S extends EventStep ? Omit<S, 'previous'> : never : never;

/** What becomes of an event: always as far as the clock has been moved. */
export class Outcome {
  readonly #event: SimulatedEvent;
  readonly #random: Random;

  constructor(event: SimulatedEvent, random: Random) {
    this.#event = event;
    this.#random = random;
  }

  /** The same for all attempts. */
  get requestId(): string {
    return this.#random.uuid(this.#event.number);
  }

  /** The logical id of the function. */
  get function(): string {
    return this.#event.runner.function.settings.logicalId;
  }

  /** The construct path of the function; its logical id where the app tells none. */
  get functionPath(): string {
    return shown(this.#event.runner.function.settings);
  }

  /** As the event was sent; nothing for the unqualified function. */
  get qualifier(): string | undefined {
    return this.#event.qualifier;
  }

  /** As records call it: always qualified. */
  get functionArn(): string {
    return this.#event.functionArn;
  }

  /** How often the function ran. Throttles and system errors do not count. */
  get attempts(): number {
    return this.#event.attempts;
  }

  /** Why the story ended; nothing as long as it goes on, or when it was stopped as recursive. */
  get condition(): Condition | undefined {
    return this.#event.condition;
  }

  /** Whether Lambda stopped it because its chain runs in circles. */
  get isRecursive(): boolean {
    return this.#event.isRecursive;
  }

  /** Whether nothing more will happen. */
  get hasEnded(): boolean {
    return this.#event.hasEnded;
  }

  /** On the simulator's clock. */
  get acceptedAt(): Date {
    return new Date(this.#event.acceptedAt);
  }

  /** When the event succeeded or was given up. */
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

  /** The error of the last attempt, if that is what came last. */
  get error(): FunctionError | undefined {
    return this.#event.lastError(this.requestId);
  }

  /** What happened since the acceptance. */
  get steps(): OutcomeStep[] {
    return this.#event.steps().map(({ previous: _, ...step }) => step);
  }

  /** What happened, a line for each step, with the time since the acceptance. */
  get timeline(): string[] {
    return story(this.#event);
  }

  /** The whole story, for people. It holds neither payloads nor responses. */
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
