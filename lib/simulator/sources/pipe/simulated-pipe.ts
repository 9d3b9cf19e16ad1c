import { enrichedEvents, type Enriched } from './enriched-events';
import { textAt } from './parameter';
import type { PipeStage, PipeTarget } from './pipe-target';
import type { Runner } from '../../events/runner';
import type { RunEnd } from '../../events/waiting-run';
import { isJson } from '../../json-text';
import { NotKnownError } from '../../state/not-known-error';
import { busEvent } from '../bus/bus-event';
import { Hop } from '../flow/hop';
import { spoken } from '../flow/station';
import { isObject } from '../matching/branches';
import { readJson } from '../matching/exact-json';
import type { PipeContext } from '../matching/pipe-input';
import type { Parcel, Targets } from '../outbox';
import { reportedFailures } from '../queue/batch-response';
import type { QueueMessage } from '../queue/queue-message';
import { allOf, failure, QueuePoller, type Failures, type PollingSettings, type WaitingLambda } from '../queue/queue-poller';
import type { SimulatedQueue } from '../queue/simulated-queue';
import { sqsRecord } from '../queue/sqs-event';

/** The settings of a pipe from a queue, after the deployment. */
export interface PipeSettings extends PollingSettings {
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly enrichment?: PipeStage & { readonly function: PipeFunction };
  readonly target: PipeTarget;

  /** The function for which the pipe waits; absent if its target is anything else. */
  readonly waitsFor?: PipeFunction;
}

/** A function that a pipe runs. */
export interface PipeFunction {
  readonly runner: Runner;
  readonly qualifier?: string;
}

/** What a pipe needs to know. */
export interface PipeSurroundings extends Targets {
  nextNumber(): number;
  newId(number: number): string;
}

/** The largest batch that a queue, topic or bus takes. Source: EventBridge user guide, "Amazon EventBridge Pipes batching and concurrency". */
const LARGEST_BATCH = 10;

/** A pipe of EventBridge that polls a queue: it filters, enriches, and passes events on to one target. */
export class SimulatedPipe extends QueuePoller {
  protected readonly runners: readonly Runner[];

  constructor(private readonly settings: PipeSettings, queue: SimulatedQueue, lambda: WaitingLambda, private readonly around: PipeSurroundings) {
    super(settings, queue, lambda);
    this.runners = [settings.enrichment?.function, settings.waitsFor].flatMap(found => found ? [found.runner] : []);
  }

  protected run(batch: readonly QueueMessage[]): void | Promise<void> {
    const { queue, settings: { enrichment } } = this;
    const step = this.stepOf(batch, this.settings);
    const events = batch.map(message => sqsRecord(message, queue.settings));
    if (!enrichment) {
      return this.pass({ batch, step }, { events, isList: true }, true);
    }
    const context = this.context();
    const payload = listed(events.map(event => enrichment.input(event, context)));
    return this.call({ batch, step }, enrichment, enrichment.function, payload, ({ result }) => {
      if (result.kind !== 'succeeded') {
        return this.fail(batch, enrichment, failure(result));
      }
      new Hop(this.clock.milliseconds, this.around.stationOf(enrichment.arn), `enriched by ${this.spokenStage(enrichment)}`, step);
      return this.pass({ batch, step }, enrichedEvents(result.payload, this.spokenStage(enrichment)), false);
    });
  }

  /** Passes events on to the target. */
  private pass(work: Work, enriched: Enriched, isEachAMessage: boolean): void | Promise<void> {
    const { batch, step } = work;
    const { target, waitsFor } = this.settings;
    const { events, isList } = enriched;
    if (events.length === 0) {
      return this.settle(batch, this.settings, new Map(), ({ hop }) =>
        void new Hop(this.clock.milliseconds, this.settings, `dropped by ${spoken(this.settings)}: its enrichment returned nothing`, hop, 'ignored'));
    }
    const context = this.context();
    const inputs = events.map(event => target.input(event, context));
    if (waitsFor) {
      return this.call(work, target, waitsFor, isList ? listed(inputs) : inputs[0], (end, hop) => this.afterTarget(batch, end, hop));
    }
    if (target.problem !== undefined) {
      return this.fail(batch, target, target.problem);
    }
    const kind = this.around.stationOf(target.arn).kind;
    const parcels = kind === 'function' ? [this.parcel(isList ? listed(inputs) : inputs[0])] : inputs.map((input, index) => this.parcelTo(kind, input, events[index]));
    if (parcels.length > LARGEST_BATCH) {
      throw new NotKnownError(`what becomes of a batch whose enrichment returned ${parcels.length} events, of which ${this.spokenStage(target)} takes at most ${LARGEST_BATCH}`, 'Return fewer events.');
    }
    const refusals = parcels.map(parcel => typeof parcel === 'string' ? parcel : this.around.deliver(target.arn, parcel, step)?.reason);
    const failed = this.refused(batch, refusals, isEachAMessage && kind !== 'function');
    return this.settle(batch, this.around.stationOf(target.arn), failed, () => {});
  }

  /** The messages that the target refused. */
  private refused(batch: readonly QueueMessage[], refusals: ReadonlyArray<string | undefined>, isEachAMessage: boolean): Failures {
    const [reason] = refusals.filter(refusal => refusal !== undefined);
    if (reason === undefined) {
      return new Map();
    }
    if (isEachAMessage) {
      return new Map(batch.flatMap((message, index) => refusals[index] === undefined ? [] : [[message, refusals[index]!] as const]));
    }
    if (refusals.includes(undefined)) {
      throw new NotKnownError(`what becomes of a batch if ${this.spokenStage(this.settings.target)} refuses a part of what its enrichment returned: ${reason}`, 'Return what the target takes.');
    }
    return allOf(batch, reason);
  }

  /** The messages of a partial failure stay. Only a list of failures makes a success partial. */
  private afterTarget(batch: readonly QueueMessage[], { result }: RunEnd, { next }: Hop): void {
    const { target } = this.settings;
    const isPartial = result.kind === 'succeeded' && hasFailures(result.payload);
    const reported = result.kind === 'succeeded' && isPartial ? reportedFailures(result.payload, new Set(batch.map(({ id }) => id))) : undefined;
    const failed = reported ? batch.filter(({ id }) => reported.has(id)) : result.kind === 'succeeded' && !isPartial ? [] : batch;
    const station = this.around.stationOf(target.arn);
    this.settle(batch, station, allOf(failed, failure(result)), ({ hop }) =>
      void new Hop(this.clock.milliseconds, station, `handled by ${spoken(station)}`, hop, next ? undefined : 'handled'));
  }

  private call(
    { batch, step }: Work, stage: PipeStage, { runner, qualifier }: PipeFunction, payload: string, ended: Ended,
  ): void | Promise<void> {
    if (stage.problem !== undefined) {
      return this.fail(batch, stage, stage.problem);
    }
    const hop = new Hop(this.clock.milliseconds, this.around.stationOf(stage.arn), `event to ${this.spokenStage(stage)}`, step);
    // Nothing tells that Lambda detects a loop through a pipe.
    const lineage = { function: runner.function, generation: 1, parent: undefined, step: hop };
    return this.invoke({ runner, batch, call: { qualifier, payload, lineage }, ended: end => ended(end, hop) });
  }

  private fail(batch: readonly QueueMessage[], { arn }: PipeStage, reason: string): void {
    this.settle(batch, this.around.stationOf(arn), allOf(batch, reason), () => {});
  }

  /** @returns why the target does not take it, if so */
  private parcelTo(kind: string, input: string, event: object): Parcel | string {
    const { target } = this.settings;
    if (kind === 'bus') {
      return this.eventOf(input, event);
    }
    const read = (parameter: string | undefined) => textAt(parameter, event);
    return { ...this.parcel(input), groupId: read(target.groupId), deduplicationId: read(target.deduplicationId) };
  }

  private parcel(text: string): Parcel {
    return { what: 'event', text, lineage: undefined };
  }

  private eventOf(detail: string, event: object): Parcel | string {
    if (!isJson(detail) || !isObject(readJson(detail))) {
      return 'the detail of an event must be a JSON object';
    }
    const { settings: { name, account, region, target: { bus } }, around } = this;
    const { text } = busEvent({
      id: around.newId(around.nextNumber()),
      source: textAt(bus.source, event) ?? `Pipe ${name}`,
      detailType: textAt(bus.detailType, event) ?? 'Event from aws:sqs',
      resources: (bus.resources ?? []).map(each => textAt(each, event) ?? ''),
      account,
      region,
      time: around.now(),
      detail,
    });
    return this.parcel(text);
  }

  private context(): PipeContext {
    const { settings: { arn, name, enrichment, target }, queue } = this;
    return {
      pipeArn: arn,
      pipeName: name,
      sourceArn: queue.settings.arn,
      enrichmentArn: enrichment?.arn,
      targetArn: target.arn,
      ingestionTime: new Date(this.clock.milliseconds).toISOString(),
    };
  }

  private spokenStage({ arn }: PipeStage): string {
    return spoken(this.around.stationOf(arn));
  }
}

/** A batch on its way through a pipe. */
interface Work {
  readonly batch: readonly QueueMessage[];
  readonly step: Hop;
}

/** Called at the end of a run, with the step that began it. */
type Ended = (end: RunEnd, hop: Hop) => void | Promise<void>;

/** Functions get a list, also of one event. */
function listed(inputs: readonly string[]): string {
  return `[${inputs.join(',')}]`;
}

function hasFailures(response: string): boolean {
  const value: unknown = JSON.parse(response);
  return isObject(value) && Array.isArray((value as { batchItemFailures?: unknown }).batchItemFailures);
}
