import type { Step } from './behaviour/steps';
import { programOf } from './code/programs-of-app';
import type { Program, Programs } from './code/program';
import { Deliveries } from './delivery/deliveries';
import { deployed, type DeployedApp } from './deployment/deployed-app';
import type { DeploymentEnvironment } from './deployment/environment';
import { Destination } from './destination';
import { listen, type Endpoint, type ListenOptions } from './endpoint';
import { accepted } from './events/acceptance';
import { FunctionMetrics } from './events/metrics';
import { Outcome } from './events/outcome';
import { Pipeline } from './events/pipeline';
import { Runner } from './events/runner';
import { Story } from './events/settled-story';
import type { SimulatedEvent } from './events/simulated-event';
import { runNow } from './events/synchronous-run';
import { FunctionHandle } from './function-handle';
import { called } from './handles';
import { Random } from './random';
import { invocable } from './service/invoke';
import type { InvocationRequest, InvocationResult, Service, SimulatedFunction, SimulatedFunctions, SimulatedStores } from './state';
import { Clock } from './time/clock';
import { parseDestinationArn } from '../constraints/aws-lambda/destination-arn';
import { readAssembly, readTemplates, type NamedTemplate, type Topology } from '../topology';

/** How an app is simulated. */
export interface SimulatorOptions extends DeploymentEnvironment {
  /**
   * When the clock starts.
   *
   * @default '2026-01-01T00:00:00.000Z'
   */
  readonly start?: Date | string;

  /**
   * Decides all that is random: request ids, and which version a weighted alias chooses.
   *
   * @default 1
   */
  readonly seed?: number;

  /**
   * What every function does that nobody has told anything else.
   *
   * @default - a function that has to run without being told is an error
   */
  readonly respond?: Step;
}

/** An event to send. */
export interface InvokeOptions {
  /**
   * What the function gets, as JSON.
   *
   * @default - nothing is sent; the function gets an empty object
   */
  readonly payload?: unknown;

  /**
   * An alias, a version number or `$LATEST`.
   *
   * @default - the function is called without a qualifier
   */
  readonly qualifier?: string;

  /** For functions with tenant isolation. */
  readonly tenantId?: string;
}

/** Runs what a synthesized app says about asynchronous invocation: on a clock that is moved by hand, without an account. */
export class Simulator implements Service {
  /** The only time there is. */
  readonly clock: Clock<SimulatedEvent, Story>;
  readonly functions: SimulatedFunctions;
  readonly stores: SimulatedStores;

  /** What the templates do not tell, so that it is taken as not set. */
  readonly assumptions: readonly string[];

  private readonly app: DeployedApp;
  private readonly random: Random;
  private readonly pipeline: Pipeline;
  private readonly deliveries: Deliveries;
  private readonly runners = new Map<SimulatedFunction, Runner>();
  private readonly handles = new Map<string, SimulatedFunction>();
  private readonly closing: Array<() => void> = [];
  private all: SimulatedEvent[] = [];
  private justEnded: SimulatedEvent[] = [];
  private synchronousRequests = 0;
  private accepted = 0;

  /**
   * @param topology what the app says
   * @param assembly where its assets are
   */
  constructor(topology: Topology, private readonly options: SimulatorOptions = {}, private readonly assembly?: string) {
    const start = new Date(options.start ?? '2026-01-01T00:00:00.000Z').getTime();
    if (Number.isNaN(start)) throw new RangeError(`\`start\` must be a date, e.g. '2026-01-01T00:00:00.000Z', got: ${String(options.start)}`);
    this.app = deployed(topology, options, start);
    this.functions = this.app.functions;
    this.stores = this.app.stores;
    this.assumptions = this.app.assumptions;
    this.random = new Random(options.seed ?? 1);
    this.clock = new Clock(start, event => this.pipeline.advance(event), () => this.told());
    this.deliveries = new Deliveries(this.app, this.random, (fn, qualifier, payload, parent) => void this.offer({ function: fn, qualifier, payload }, parent));
    this.pipeline = new Pipeline(this.clock, this.random, event => {
      this.justEnded.push(event);
      this.deliveries.send(event, this.clock.milliseconds);
    });
  }

  /**
   * Reads a synthesized app.
   *
   * @param directory the cloud assembly, e.g. `cdk.out`
   * @throws TopologyError when it cannot be read
   */
  static fromAssembly(directory: string, options?: SimulatorOptions): Simulator {
    return new Simulator(readAssembly(directory), options, directory);
  }

  /**
   * Reads templates as one app: with their names, or as they are, e.g. `Template.fromStack(stack).toJSON()`.
   *
   * @throws TopologyError when one of them is no template
   */
  static fromTemplates(templates: ReadonlyArray<NamedTemplate | object>, options?: SimulatorOptions): Simulator {
    return new Simulator(readTemplates(templates.map(named)), options);
  }

  /**
   * A function of the app.
   *
   * @param handle its logical id, with or without the hash, its name, or its construct path or the end of it
   * @throws Error when there is none, or when there are several
   */
  function(handle: string): FunctionHandle {
    return new FunctionHandle(this.runnerOf(this.find(handle)), this.programs);
  }

  /** What CloudWatch would show of a function. */
  metrics(handle: string): FunctionMetrics {
    return this.runnerOf(this.find(handle)).metrics;
  }

  /**
   * A queue, topic, bus, bucket or function that records and dead letters go to.
   *
   * @param handle as for functions, or an ARN
   * @throws Error when there is none, or when there are several
   */
  destination(handle: string): Destination {
    const places = [...this.stores, ...[...this.functions].map(({ settings, arn }) => ({ ...settings, arn }))];
    const { name, arn } = places.find(place => place.arn === handle) ?? called(places, place => place, handle, 'destination');
    return new Destination(name, arn, () => this.deliveries.at(arn));
  }

  /**
   * Invokes a function asynchronously: hands over an event, and lets it wait until the clock is moved.
   *
   * @throws ServiceError as Lambda refuses the event
   */
  async invoke(handle: string, { payload, qualifier, tenantId }: InvokeOptions = {}): Promise<Outcome> {
    const fn = this.find(handle);
    invocable({ arn: fn.arn, qualifier, function: fn });
    return this.outcome(this.offer({ function: fn, qualifier, payload: JSON.stringify(payload), tenantId }));
  }

  /** All events that were accepted, those of destinations included, in that order. */
  get outcomes(): Outcome[] {
    return this.all.map(event => this.outcome(event));
  }

  /** Forgets all events, records and metrics. Functions, configs and the time stay as they are. */
  reset(): void {
    this.clock.clear();
    this.deliveries.clear();
    this.all = [];
    this.justEnded = [];
    for (const runner of this.runners.values()) {
      runner.metrics = new FunctionMetrics();
      runner.running = 0;
    }
  }

  /**
   * Serves the API of Lambda for this app on 127.0.0.1, to any SDK or to the AWS CLI: give them its `url`
   * as `AWS_ENDPOINT_URL_LAMBDA`.
   *
   * Events that are handed over there wait, too, until the clock is moved.
   */
  async listen(options?: ListenOptions): Promise<Endpoint> {
    const endpoint = await listen(this, options);
    this.closing.push(() => void endpoint.close());
    return endpoint;
  }

  /** Ends the processes that run the code of the app, and the endpoints. */
  close(): void {
    for (const close of this.closing.splice(0)) close();
  }

  now(): number {
    return this.clock.milliseconds;
  }

  newRequestId(): string {
    this.synchronousRequests += 1;
    return this.random.uuid(this.synchronousRequests, SYNCHRONOUS);
  }

  missingActions(fn: SimulatedFunction, destinationArn: string): readonly string[] {
    const kind = parseDestinationArn(destinationArn)?.kind;
    return kind === undefined ? [] : this.app.permissions.missingActions(fn, kind, destinationArn);
  }

  accept(request: InvocationRequest): string {
    return this.random.uuid(this.offer(request).number);
  }

  run(request: InvocationRequest): Promise<InvocationResult> {
    return runNow(this.runnerOf(request.function), request, this.newRequestId(), this.now(), this.random);
  }

  private offer(request: InvocationRequest, parent?: SimulatedEvent): SimulatedEvent {
    const event = accepted(this.accepted, this.runnerOf(request.function), request, this.clock.milliseconds, parent);
    this.accepted += 1;
    this.all.push(event);
    this.clock.enter(event, 0);
    return event;
  }

  private outcome(event: SimulatedEvent): Outcome {
    return new Outcome(event, this.random);
  }

  private told(): Story {
    const events = this.justEnded;
    this.justEnded = [];
    return new Story(() => events.map(event => this.outcome(event)), events.length);
  }

  private find(handle: string): SimulatedFunction {
    const found = this.handles.get(handle) ?? called(this.functions, ({ settings }) => settings, handle, 'function');
    this.handles.set(handle, found);
    return found;
  }

  private runnerOf(fn: SimulatedFunction): Runner {
    const found = this.runners.get(fn);
    if (found) return found;
    const runner = new Runner(fn);
    this.runners.set(fn, runner);
    if (this.options.respond) new FunctionHandle(runner, this.programs).respond(this.options.respond);
    return runner;
  }

  private readonly programs: Programs = {
    of: (fn: SimulatedFunction): Program => programOf(this.app, fn, this.assembly),
    whenClosed: stop => void this.closing.push(stop),
  };
}

/** The ids of synchronous requests: a sequence of their own. */
const SYNCHRONOUS = 3;

function named(template: NamedTemplate | object, index: number): NamedTemplate {
  return 'template' in template && 'name' in template ? template : { name: index === 0 ? 'Stack' : `Stack${index + 1}`, template };
}
