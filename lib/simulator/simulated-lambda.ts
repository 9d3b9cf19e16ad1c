import type { Programs } from './code/program';
import { programOf } from './code/programs-of-app';
import { Deliveries } from './delivery/deliveries';
import { deployed, type DeployedApp } from './deployment/deployed-app';
import { accepted } from './events/acceptance';
import { FunctionMetrics } from './events/metrics';
import { Outcome } from './events/outcome';
import { Pipeline } from './events/pipeline';
import { Runner } from './events/runner';
import { Story } from './events/settled-story';
import type { SimulatedEvent } from './events/simulated-event';
import { runNow } from './events/synchronous-run';
import { FunctionHandle } from './function-handle';
import type { Named } from './handles';
import { Random } from './random';
import type { SimulatorOptions } from './simulator-options';
import type { InvocationRequest, InvocationResult, Service, SimulatedFunction, SimulatedFunctions, SimulatedStores } from './state';
import { Clock } from './time/clock';
import { parseDestinationArn } from '../constraints/aws-lambda/destination-arn';
import type { Topology } from '../topology';

const START = '2026-01-01T00:00:00.000Z';

/** A place to which records can go. */
export interface Place extends Named {
  readonly arn: string;
}

/** Lambda with one app deployed to it. All invocations go through here. */
export class SimulatedLambda implements Service {
  readonly app: DeployedApp;
  readonly clock: Clock<SimulatedEvent, Story>;
  readonly deliveries: Deliveries;
  readonly programs: Programs;
  private readonly random: Random;
  private readonly pipeline: Pipeline;
  private readonly runners = new Map<SimulatedFunction, Runner>();
  private readonly closing: Array<() => void> = [];
  private events: SimulatedEvent[] = [];
  private justEnded: SimulatedEvent[] = [];
  private eventsEver = 0;
  private requestsEver = 0;

  constructor(topology: Topology, private readonly options: SimulatorOptions, assembly?: string) {
    const start = new Date(options.start ?? START).getTime();
    if (Number.isNaN(start)) {
      throw new RangeError(`\`start\` must be a date, e.g. '${START}', got: ${String(options.start)}`);
    }
    this.app = deployed(topology, options, start);
    this.programs = { of: (fn, environment) => programOf(this.app, fn, environment, assembly), whenClosed: stop => void this.closing.push(stop) };
    this.random = new Random(options.seed ?? 1);
    this.clock = new Clock(start, event => this.pipeline.advance(event), () => this.told());
    this.deliveries = new Deliveries(this.app, this.random, (request, parent) => void this.offer(request, parent));
    this.pipeline = new Pipeline(this.clock, this.random, event => {
      this.justEnded.push(event);
      this.deliveries.send(event, this.clock.milliseconds);
    });
  }

  get functions(): SimulatedFunctions {
    return this.app.functions;
  }

  get stores(): SimulatedStores {
    return this.app.stores;
  }

  /** The stores and the functions: both can be destinations. */
  get places(): Place[] {
    return [...this.stores, ...[...this.functions].map(({ settings, arn }) => ({ ...settings, arn }))];
  }

  now(): number {
    return this.clock.milliseconds;
  }

  newRequestId(): string {
    this.requestsEver += 1;
    return this.random.uuid(this.requestsEver, 'request');
  }

  missingActions(fn: SimulatedFunction, destinationArn: string): readonly string[] {
    const kind = parseDestinationArn(destinationArn)?.kind;
    return kind === undefined ? [] : this.app.permissions.missingActions(fn, kind, destinationArn);
  }

  accept(request: InvocationRequest): string {
    return this.offer(request).requestId;
  }

  run(request: InvocationRequest): Promise<InvocationResult> {
    return runNow(this.runnerOf(request.function), request, this.newRequestId(), this.now(), this.random);
  }

  /**
   * Accepts an event, and returns what becomes of it.
   *
   * @param parent the event whose record this event is
   */
  offer(request: InvocationRequest, parent?: SimulatedEvent): Outcome {
    const event = accepted(this.eventsEver, this.runnerOf(request.function), request, this.clock.milliseconds, parent);
    this.eventsEver += 1;
    this.events.push(event);
    this.clock.enter(event, 0);
    return this.outcome(event);
  }

  get outcomes(): Outcome[] {
    return this.events.map(event => this.outcome(event));
  }

  runnerOf(fn: SimulatedFunction): Runner {
    const found = this.runners.get(fn);
    if (found) {
      return found;
    }
    const runner = new Runner(fn);
    this.runners.set(fn, runner);
    if (this.options.respond) {
      new FunctionHandle(runner, this.programs).respond(this.options.respond);
    }
    return runner;
  }

  /** Removes all events, records and metrics. */
  reset(): void {
    this.clock.clear();
    this.deliveries.clear();
    this.events = [];
    this.justEnded = [];
    for (const runner of this.runners.values()) {
      runner.metrics = new FunctionMetrics();
      runner.running = 0;
    }
  }

  /** Stops the processes that run the code of the app. */
  close(): void {
    for (const close of this.closing) {
      close();
    }
  }

  private outcome(event: SimulatedEvent): Outcome {
    return new Outcome(event, this.random);
  }

  private told(): Story {
    const events = this.justEnded;
    this.justEnded = [];
    return new Story(() => events.map(event => this.outcome(event)), events.length);
  }
}
