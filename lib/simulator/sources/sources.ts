import { SENDER_METRICS, type SenderMetrics } from '../../constraints/aws-lambda/sender-metrics';
import type { MetricIdentity } from '../alarms/metric-book';
import type { Arrival } from '../delivery/arrival';
import type { Runner } from '../events/runner';
import { DELIVERED } from '../events/step';
import type { RunEnd, WaitingRun } from '../events/waiting-run';
import type { Lineage } from '../lineage';
import type { Random } from '../random';
import { ServiceError, type InvocationRequest, type SimulatedFunction, type SimulatedFunctions } from '../state';
import { SimulatedBucket } from './bucket/simulated-bucket';
import { BusEvent } from './bus/bus-event';
import { SimulatedBus } from './bus/simulated-bus';
import type { DeclaredCall, DeclaredSources } from './declared-sources';
import type { Cause } from './flow/cause';
import type { FlowReader } from './flow/flow';
import { Hop } from './flow/hop';
import { spoken, type Station } from './flow/station';
import type { IotRule } from './iot/iot-rule';
import { SimulatedLogGroup } from './log-group/simulated-log-group';
import type { MeasuredSender, Parcel, Refusal, Targets } from './outbox';
import { SimulatedPipe } from './pipe/simulated-pipe';
import { Later, type Poller } from './poller';
import { EventSourceMapping } from './queue/event-source-mapping';
import { refusalOf } from './queue/refusal';
import { SimulatedQueue } from './queue/simulated-queue';
import { SimulatedSchedule, type ScheduleClock } from './schedule/simulated-schedule';
import { SimulatedTopic } from './topic/simulated-topic';

/** The type of a record in a bucket, as recorded. */
const RECORD_TYPE = 'application/octet-stream';

/** Lambda, as far as the services around it need it. */
export interface LambdaOfSources {
  readonly clock: ScheduleClock;
  readonly random: Random;
  readonly functions: SimulatedFunctions;
  readonly deliveries: { at(arn: string): readonly Arrival[] };
  readonly alarms: { count(metric: MetricIdentity): void };
  runnerOf(fn: SimulatedFunction): Runner;

  /** @throws ServiceError if Lambda refuses the event */
  offer(request: InvocationRequest, parent: Lineage | undefined): unknown;
  runWaiting(runner: Runner, call: Pick<WaitingRun, 'qualifier' | 'payload' | 'lineage'>): RunEnd | Promise<RunEnd>;
}

/** The queues, topics, buses, buckets and schedules around the functions of an app. */
export class Sources implements Targets, FlowReader {
  readonly queues = new Map<string, SimulatedQueue>();
  readonly topics = new Map<string, SimulatedTopic>();
  readonly buses = new Map<string, SimulatedBus>();
  readonly buckets = new Map<string, SimulatedBucket>();
  readonly logGroups = new Map<string, SimulatedLogGroup>();
  readonly iotRules: readonly IotRule[];
  readonly schedules: readonly SimulatedSchedule[];

  /** The first hops of all flows, in the order in which they began. */
  readonly beginnings = new Set<Hop>();
  private readonly pollers: Poller[] = [];

  /** The stores that take records in the moment of their arrival. Others get them when they are looked at. */
  private watched: Set<string>;
  private things = 0;

  constructor(declared: DeclaredSources, private readonly lambda: LambdaOfSources) {
    const { queues, topics, buses, buckets, logGroups, mappings, pipes, schedules } = declared;
    this.iotRules = declared.iotRules;
    queues.forEach(settings => this.queues.set(settings.arn, new SimulatedQueue(settings, this)));
    topics.forEach(({ subscriptions, ...settings }) => this.topics.set(settings.arn, new SimulatedTopic(settings, subscriptions, this)));
    buses.forEach(({ rules, ...settings }) => this.buses.set(settings.arn, new SimulatedBus(settings, rules, this)));
    buckets.forEach(({ notifications, ...settings }) => this.buckets.set(settings.arn, new SimulatedBucket(settings, notifications, this)));
    logGroups.forEach(({ subscriptions, ...settings }) => this.logGroups.set(settings.arn, new SimulatedLogGroup(settings, subscriptions, this)));
    for (const mapping of mappings) {
      this.poll(mapping, queue => new EventSourceMapping(mapping, queue, lambda.runnerOf(mapping.function), lambda));
    }
    for (const { enrichment, waitsFor, ...pipe } of pipes) {
      const called = ({ function: fn, qualifier }: DeclaredCall) => ({ runner: lambda.runnerOf(fn), qualifier });
      const settings = { ...pipe, enrichment: enrichment && { ...enrichment, function: called(enrichment) }, waitsFor: waitsFor && called(waitsFor) };
      this.poll(pipe, queue => new SimulatedPipe(settings, queue, lambda, this));
    }
    this.schedules = schedules.map(({ station, times, fire }) => {
      const fired = fire(this, () => this.newId(this.nextNumber()));
      return new SimulatedSchedule(station, times, at => this.begun(fired(at)), lambda.clock, max => lambda.random.next() * max);
    });
    this.schedules.forEach(schedule => schedule.start());
    this.watched = new Set(this.consumed());
  }

  get random(): Random {
    return this.lambda.random;
  }

  /** Notes a hop with which a flow begins. */
  begin(hop: Hop): void {
    if (hop.cause === undefined) {
      this.beginnings.add(hop);
    }
  }

  now(): number {
    return this.lambda.clock.milliseconds;
  }

  nextNumber(): number {
    this.things += 1;
    return this.things;
  }

  newId(number: number): string {
    return this.lambda.random.uuid(number, 'message');
  }

  queueAt(arn: string): SimulatedQueue | undefined {
    return this.queues.get(arn);
  }

  busAt(arn: string): SimulatedBus | undefined {
    return this.buses.get(arn);
  }

  later(wait: number, happen: () => void): void {
    this.lambda.clock.enter(new Later(happen), wait);
  }

  count({ kind, arn }: MeasuredSender, metric: keyof SenderMetrics): void {
    this.lambda.alarms.count({ of: arn, name: SENDER_METRICS[kind][metric].metricName });
  }

  stationOf(arn: string): Station {
    const service = this.queues.get(arn) ?? this.topics.get(arn) ?? this.buses.get(arn) ?? this.buckets.get(arn);
    const fn = this.lambda.functions.declaredAt(arn);
    return service?.settings ?? (fn ? { kind: 'function', ...fn.settings, arn: fn.arn } : { kind: 'target', name: arn });
  }

  /** Whether a consumer takes what arrives at an ARN, or a test looks at it. */
  isWatched(arn: string): boolean {
    return this.watched.has(arn);
  }

  /** Passes a record or dead letter on to the service at which it has arrived. */
  take(arrival: Arrival): void {
    const { event, attributes, role, destination: { arn }, arrivedAt } = arrival;
    const what = DELIVERED[role];
    // A record is written when it is read.
    const content = {
      attributes,
      get body() {
        return arrival.text;
      },
      get message() {
        return arrival.text;
      },
    };
    this.queues.get(arn)?.send(content, event, event, what, arrivedAt);
    this.topics.get(arn)?.publish(content, event, event, what);
    this.buses.get(arn)?.put(arrival.busEvent(), event, what);
    this.buckets.get(arn)?.put({ key: arrival.objectKey(), body: new TextEncoder().encode(arrival.text), headers: { 'content-type': RECORD_TYPE } }, event, event, what, arrivedAt);
  }

  /** The queue or bucket with that ARN, with everything that has arrived there. */
  watch(arn: string): void {
    if (!this.watched.has(arn)) {
      this.watched.add(arn);
      this.lambda.deliveries.at(arn).forEach(arrival => this.take(arrival));
    }
  }

  deliver(arn: string, parcel: Parcel, cause: Cause): Refusal | undefined {
    const { what, text, attributes, subject, groupId, deduplicationId, lineage } = parcel;
    const fn = this.lambda.functions.declaredAt(arn);
    if (fn) {
      return this.invoke(fn, arn.split(':')[7], parcel, cause);
    }
    const queue = this.queues.get(arn);
    if (queue) {
      const refusal = refusalOf(queue.settings, parcel);
      if (!refusal) {
        queue.send({ body: text, attributes, groupId, deduplicationId }, cause, lineage, what);
      }
      return refusal;
    }
    const topic = this.topics.get(arn);
    const bus = this.buses.get(arn);
    if (topic) {
      topic.publish({ message: text, subject, attributes, groupId, deduplicationId }, cause, lineage, what);
    } else if (bus) {
      const event = new BusEvent(text);
      bus.put(event, cause, what);
    } else {
      new Hop(this.now(), this.stationOf(arn), `${what} to ${spoken(this.stationOf(arn))}, which is not played`, cause, 'outside');
    }
    return undefined;
  }

  /** Removes all messages and objects, and lets the schedules start anew. */
  clear(): void {
    [...this.queues.values(), ...this.topics.values(), ...this.buckets.values()].forEach(service => service.clear());
    this.pollers.forEach(poller => poller.reset());
    this.beginnings.clear();
    this.schedules.forEach(schedule => schedule.restart());
    this.watched = new Set(this.consumed());
  }

  private poll({ queue: arn }: { readonly queue: string }, made: (queue: SimulatedQueue) => Poller): void {
    const queue = this.queues.get(arn);
    if (queue) {
      const poller = made(queue);
      queue.consumers.push(poller);
      this.pollers.push(poller);
    }
  }

  private begun(hop: Hop): Hop {
    this.begin(hop);
    return hop;
  }

  /** The stores from which a consumer takes what arrives. */
  private consumed(): string[] {
    const all = [
      ...[...this.queues.values()].filter(({ consumers }) => consumers.length > 0),
      ...[...this.topics.values()].filter(({ subscriptions }) => subscriptions.length > 0),
      ...[...this.buses.values()].filter(({ rules }) => rules.length > 0),
      ...[...this.buckets.values()].filter(({ notifies }) => notifies),
    ];
    return all.map(({ settings }) => settings.arn);
  }

  private invoke(fn: SimulatedFunction, qualifier: string | undefined, { text, lineage }: Parcel, cause: Cause): Refusal | undefined {
    if (fn.deleted || (qualifier !== undefined && !fn.has(qualifier))) {
      return { code: 'NO_RESOURCE', reason: fn.deleted ? 'it was deleted' : `it has no version or alias ${qualifier}`, isTemporary: false };
    }
    try {
      this.lambda.offer({ function: fn, qualifier, payload: text, cause }, lineage);
      return undefined;
    } catch (error) {
      if (!(error instanceof ServiceError)) {
        throw error;
      }
      const isTemporary = error.statusCode === 429 || error.statusCode >= 500;
      return { code: isTemporary ? 'THROTTLING' : 'INVALID_PARAMETER', reason: error.message, isTemporary };
    }
  }
}
