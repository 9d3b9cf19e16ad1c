import { admitted, flowOf, type SendingLambda } from './sender';
import { jsonOf } from '../../json-text';
import { checkOptions } from '../../known-options';
import { busEvent } from '../bus/bus-event';
import type { SimulatedBus } from '../bus/simulated-bus';
import type { Flow } from '../flow/flow';

/** An event, as PutEvents takes it. */
export interface BusEntry {
  readonly source: string;
  readonly detailType: string;

  /**
   * Any JSON object, or a `JsonText`.
   *
   * @default {}
   */
  readonly detail?: unknown;

  /**
   * The ARNs of the resources that the event is about.
   *
   * @default - none
   */
  readonly resources?: readonly string[];

  /**
   * The time of the event.
   *
   * @default - the time on the simulator's clock
   */
  readonly time?: Date;
}

/** A bus, as a test uses it. */
export class BusHandle {
  readonly #bus: SimulatedBus;
  readonly #lambda: SendingLambda;

  constructor(bus: SimulatedBus, lambda: SendingLambda) {
    this.#bus = bus;
    this.#lambda = lambda;
  }

  /** The name, e.g. `default`. */
  get name(): string {
    return this.#bus.settings.name;
  }

  get arn(): string {
    return this.#bus.settings.arn;
  }

  /**
   * Puts an event on the bus. The rules that match it send it to their targets at once; functions run when you move the clock.
   *
   * @throws TypeError for a source or detail type that is no text, for a detail that is not a JSON object, and for unknown options
   * @throws RangeError for a time that is no date
   * @throws ServiceError if a function of the app puts it, and its role may not
   */
  async put(entry: BusEntry): Promise<Flow> {
    checkOptions(entry, ['source', 'detailType', 'detail', 'resources', 'time'], 'put', ': put the content of the event into `detail`');
    const { source, detailType, detail = {}, resources = [], time } = entry;
    for (const [name, value] of [['source', source], ['detailType', detailType]] as const) {
      if (typeof value !== 'string' || value === '') {
        throw new TypeError(`\`${name}\` must be a text, got: ${value === '' ? "''" : value === null ? 'null' : typeof value}`);
      }
    }
    if (time !== undefined && !(time instanceof Date && !Number.isNaN(time.getTime()))) {
      throw new RangeError(`\`time\` must be a date, got: ${String(time)}`);
    }
    const text = jsonOf(detail);
    if (text === undefined || !text.trimStart().startsWith('{')) {
      throw new TypeError(`\`detail\` must be a JSON object, got: ${detail === null ? 'null' : Array.isArray(detail) ? 'a list' : typeof detail}`);
    }
    const { sources } = this.#lambda;
    const { account, region, arn } = this.#bus.settings;
    const { cause } = admitted(this.#lambda, 'events:PutEvents', 'bus', arn, undefined, 'AccessDeniedException');
    const event = busEvent({
      id: sources.newId(sources.nextNumber()),
      source,
      detailType,
      resources,
      account,
      region,
      time: time?.getTime() ?? sources.now(),
      detail: text,
    });
    return flowOf(sources, this.#bus.put(event, cause));
  }
}
