import type { Cause } from './cause';
import { endsOf, type FlowEnd } from './flow-end';
import { Hop } from './hop';
import type { Station } from './station';
import { inspect } from '../../../doors/inspect';
import { abridged } from '../../events/abridged';
import { Outcome } from '../../events/outcome';
import { SimulatedEvent } from '../../events/simulated-event';
import { story } from '../../events/story';
import type { Random } from '../../random';
import { spelled } from '../../time/span';

/** What a flow needs to know to tell what has become of it. */
export interface FlowReader {
  readonly random: Random;
  now(): number;
  stationOf(arn: string): Station;
}

/** Everything that has come of one thing that was put, published, sent, uploaded, fired or invoked. It grows while you move the clock. */
export class Flow {
  readonly #root: Hop | SimulatedEvent;
  readonly #reader: FlowReader;

  constructor(root: Hop | SimulatedEvent, reader: FlowReader) {
    this.#root = root;
    this.#reader = reader;
  }

  /** The time at which it began, on the simulator's clock. */
  get startedAt(): Date {
    return new Date(this.start);
  }

  /** The events of functions that have come of it, in the order of their acceptance. */
  get outcomes(): Outcome[] {
    return this.steps().flatMap(([step]) => step instanceof SimulatedEvent ? [new Outcome(step, this.#reader.random)] : []);
  }

  /** Where everything that came of it ends, as of now. Events that wait for another attempt have no end yet. */
  get ends(): FlowEnd[] {
    const now = this.#reader.now();
    return this.steps().flatMap(([step]) => endsOf(step, now, arn => this.#reader.stationOf(arn)));
  }

  /** The buses, topics, queues, buckets, rules, schedules and functions through which it went. */
  get stations(): Station[] {
    return this.steps().map(([{ station }]) => station);
  }

  /** Whether no event of a function is waiting for an attempt. */
  get hasSettled(): boolean {
    return this.steps().every(([step]) => !(step instanceof SimulatedEvent) || step.hasEnded);
  }

  /** Everything that happened, one line for each step, with the time since the beginning. What came of a step is indented below it. */
  get timeline(): string[] {
    return this.steps().flatMap(([step, depth]) => this.lines(step).map(line => `${'  '.repeat(depth)}${line}`));
  }

  /** The whole story, for people, without the middle of long repetitions. It contains no payloads. */
  toString(): string {
    return abridged(this.timeline).join('\n');
  }

  toJSON(): string {
    return this.toString();
  }

  [inspect.custom](): string {
    return this.toString();
  }

  private get start(): number {
    return this.#root instanceof SimulatedEvent ? this.#root.acceptedAt : this.#root.at;
  }

  private lines(step: Cause): string[] {
    if (step instanceof SimulatedEvent) {
      const { function: fn, qualifier } = step;
      return story(step, this.start).map((line, index) => index === 0 ? `${line} by \`${fn.settings.logicalId}${qualifier === undefined ? '' : `:${qualifier}`}\`` : line);
    }
    return step instanceof Hop ? [`${spelled(step.at - this.start)}  ${step.text}`] : [];
  }

  /** All steps with their depth below the first one. A step that several others have caused occurs once. */
  private steps(): Array<[step: Cause, depth: number]> {
    const seen = new Set<Cause>();
    const found: Array<[Cause, number]> = [];
    const open: Array<[Cause, number]> = [[this.#root, 0]];
    for (let next = open.pop(); next; next = open.pop()) {
      const [step, depth] = next;
      if (!seen.has(step)) {
        seen.add(step);
        found.push(next);
        [...step.next ?? []].reverse().forEach(child => open.push([child, depth + 1]));
      }
    }
    return found;
  }
}
