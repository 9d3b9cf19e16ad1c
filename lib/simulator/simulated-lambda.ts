import type { Topology } from '../topology';
import { AlarmBoard } from './alarms/alarm-board';
import { queueMetric } from './alarms/queue-metric';
import { boundTo, type Behaviour } from './behaviour/behaviour';
import { CURRENT_RUN } from './behaviour/current-run';
import { behaviourOf } from './behaviour/steps';
import { CannotRunError } from './code/cannot-run-error';
import type { Program, Programs } from './code/program';
import { Deliveries } from './delivery/deliveries';
import { deployedAlarms } from './deployment/alarms';
import { deployed, type DeployedApp } from './deployment/deployed-app';
import { deployedSources } from './deployment/sources/deployed-sources';
import { Acceptance } from './events/acceptance';
import { EndlessChainError } from './events/endless-chain-error';
import { FunctionMetrics } from './events/metrics';
import { Outcome } from './events/outcome';
import { Pipeline } from './events/pipeline';
import { Runner } from './events/runner';
import { Story } from './events/settled-story';
import { SharedSteps } from './events/shared-steps';
import type { SimulatedEvent } from './events/simulated-event';
import { runNow } from './events/synchronous-run';
import { runWaiting, type RunEnd, type WaitingRun } from './events/waiting-run';
import type { Named } from './handles';
import type { Lineage } from './lineage';
import { Random } from './random';
import { remembered } from './remembered';
import type { SimulatorOptions } from './simulator-options';
import { Flow } from './sources/flow/flow';
import { Later } from './sources/poller';
import { Sources, type LambdaOfSources } from './sources/sources';
import type { InvocationRequest, InvocationResult, MessagingServices, Service, SimulatedFunction, SimulatedFunctions, SimulatedStores } from './state';
import { Clock } from './time/clock';
import { Task } from './time/task';
import { rootOf, traceId } from './trace-id';
import type { DestinationKind } from '../constraints/aws-lambda/destination';
import { parseDestinationArn } from '../constraints/aws-lambda/destination-arn';

const START = '2026-01-01T00:00:00.000Z';

/** Reads the program of a function of an app. */
export type ProgramOf = (app: DeployedApp, fn: SimulatedFunction, environment: Readonly<Record<string, string>>) => Program;

/** A place to which records can go. */
export interface Place extends Named {
  readonly arn: string;
}

/** Lambda with one app deployed to it. All invocations go through here. */
export class SimulatedLambda implements Service, LambdaOfSources {
  readonly app: DeployedApp;
  readonly clock: Clock<SimulatedEvent | Task, Story>;
  readonly sources: Sources;
  readonly alarms: AlarmBoard;

  /** What the endpoint serves besides Lambda. */
  messaging?: MessagingServices;
  readonly deliveries: Deliveries;
  readonly programs: Programs;
  readonly random: Random;
  private readonly acceptance = new Acceptance();
  private readonly pipeline: Pipeline;

  /** The script of a function that was given none. */
  private readonly standard: readonly Behaviour[];

  /** What became of a standard script of one behaviour, by the behaviour as a function has it. */
  private readonly standards = new Map<Behaviour, readonly Behaviour[]>();
  private readonly runners = new Map<SimulatedFunction, Runner>();

  /** The runs of real code that have not ended, by the root of their trace. */
  private readonly runsOfCode = new Map<string | undefined, Lineage>();
  private readonly closing: Array<() => void> = [];
  private readonly assumptionsOfSources: () => readonly string[];
  private endless: EndlessChainError | undefined;
  private events: SimulatedEvent[] = [];

  /**
   * The last event before the reset. V8 throws compiled code away as soon as the last object of a class is gone for which it
   * was compiled, and to compile it anew costs as much as 40,000 events.
   */
  private former: Outcome | undefined = undefined;
  private justEnded: SimulatedEvent[] = [];
  private eventsEver = 0;
  private requestsEver = 0;

  /** @param programOf reads the real code of a function; without it, no function can run its own code */
  constructor(topology: Topology, options: SimulatorOptions, programOf?: ProgramOf) {
    const start = new Date(options.start ?? START).getTime();
    if (Number.isNaN(start)) {
      throw new RangeError(`\`start\` must be a date, e.g. '${START}', got: ${String(options.start)}`);
    }
    this.standard = [options.respond ?? []].flat().map(step => behaviourOf(step));
    this.app = deployed(topology, options, start);
    this.programs = {
      of: (fn, environment) => {
        if (!programOf) {
          throw new CannotRunError(fn.settings.logicalId, 'it is not there');
        }
        return programOf(this.app, fn, environment);
      },
      during: async (lineage, requestId, ended) => {
        const root = rootOf(traceId(requestId));
        this.runsOfCode.set(root, lineage);
        return ended.finally(() => this.runsOfCode.delete(root));
      },
      whenClosed: stop => void this.closing.push(stop),
    };
    this.random = new Random(options.seed ?? 1);
    this.clock = new Clock(start, due => due instanceof Task ? due.happen() : this.advance(due), () => this.told());
    this.alarms = new AlarmBoard(deployedAlarms(this.app), {
      now: () => this.now(),
      wakeAt: (time, keepsMoving, happen) => this.wakeAt(time, keepsMoving, happen),
      queueMetric: (arn, name) => queueMetric(this.sources.queues.get(arn)!, name, this.now()),
    });
    const sources = deployedSources(this.app, start);
    this.sources = new Sources(sources, this);
    const ofAlarms = this.alarms.assumptions;
    this.assumptionsOfSources = () => [...sources.assumptions, ...ofAlarms];
    const steps = new SharedSteps();
    this.deliveries = new Deliveries(
      this.app, this.random, steps,
      (request, parent) => void this.offer(request, parent),
      this.sources,
    );
    this.pipeline = new Pipeline(this.clock, this.random, steps, event => {
      this.justEnded.push(event);
      this.deliveries.send(event, this.clock.milliseconds);
    });
    for (const arn of this.alarms.queues) {
      this.sources.watch(arn);
      this.sources.queues.get(arn)!.consumers.push({ wake: () => this.alarms.arrived(arn) });
    }
  }

  /** The settings that are treated as not set, and those that are not played. */
  get assumptions(): readonly string[] {
    return [...this.app.assumptions, ...this.assumptionsOfSources()];
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
    return this.requestIdLater()();
  }

  missingActions(fn: SimulatedFunction, destinationArn: string): readonly string[] {
    const kind = parseDestinationArn(destinationArn)?.kind;
    return kind === undefined ? [] : this.app.permissions.missingActions(fn, kind, destinationArn);
  }

  lacks(fn: SimulatedFunction, actions: readonly string[], kind: DestinationKind, arn: string): readonly string[] {
    return this.app.permissions.missing(fn, actions, kind, arn);
  }

  accept(request: InvocationRequest): string {
    return this.offer(request, this.causeOf(request)).requestId;
  }

  run(request: InvocationRequest): Promise<InvocationResult> {
    return runNow(this.runnerOf(request.function), request, this.causeOf(request), this.newRequestId(), this.now(), this.random);
  }

  /**
   * Accepts an event, and returns what becomes of it.
   *
   * @param parent the invocation that has caused it; undefined for one that Lambda does not know
   * @param runner that of the function, if it is at hand
   */
  offer(request: InvocationRequest, parent: Lineage | undefined, runner = this.runnerOf(request.function)): Outcome {
    const event = this.accepted(runner, request, parent);
    this.eventsEver += 1;
    this.events.push(event);
    this.clock.enter(event, 0);
    return this.outcome(event);
  }

  /** Runs a function for a service that waits for it. The caller ends the run. */
  runWaiting(runner: Runner, call: Pick<WaitingRun, 'qualifier' | 'payload' | 'lineage'>): RunEnd | Promise<RunEnd> {
    return runWaiting(runner, { ...call, requestId: this.requestIdLater(), now: this.now() }, this.random);
  }

  get outcomes(): Outcome[] {
    return this.events.map(event => this.outcome(event));
  }

  /** All flows, in the order in which they began. */
  get flows(): Flow[] {
    const invoked = this.events.filter(({ cause }) => cause === undefined).map(event => [event.acceptedAt, event] as const);
    const others = [...this.sources.beginnings].map(hop => [hop.at, hop] as const);
    return [...others, ...invoked].sort(([one], [other]) => one - other).map(([, root]) => new Flow(root, this.sources));
  }

  runnerOf(fn: SimulatedFunction): Runner {
    const found = this.runners.get(fn);
    if (found) {
      return found;
    }
    const runner = new Runner(fn, () => this.standardOf(fn));
    runner.watched = this.alarms.watchOf(fn.arn);
    this.runners.set(fn, runner);
    return runner;
  }

  /** Removes all events, records and metrics. */
  reset(): void {
    this.clock.clear();
    this.acceptance.clear();
    this.deliveries.clear();
    this.sources.clear();
    this.alarms.reset();
    this.keepLast();
    this.events = [];
    this.justEnded = [];
    for (const runner of this.runners.values()) {
      runner.metrics = new FunctionMetrics();
      runner.running = 0;
      runner.calls = 0;
    }
  }

  /** Stops the processes that run the code of the app. */
  close(): void {
    for (const close of this.closing) {
      close();
    }
  }

  /** Functions of which the same is known share one script: 10,000 scripts are slower to reach. */
  private standardOf(fn: SimulatedFunction): readonly Behaviour[] {
    const { standard } = this;
    if (!standard.some(({ bind }) => bind)) {
      return standard;
    }
    const bound = standard.map(behaviour => boundTo(fn, this.programs, behaviour));
    return bound.length === 1 ? remembered(this.standards, bound[0], () => bound) : bound;
  }

  /** A new request id, which is computed when it is read. */
  private requestIdLater(): () => string {
    this.requestsEver += 1;
    const number = this.requestsEver;
    return () => this.random.uuid(number, 'request');
  }

  private wakeAt(time: number, keepsMoving: boolean, happen: () => void): void {
    const task = new Later(happen);
    const wait = time - this.now();
    if (keepsMoving) {
      this.clock.enter(task, wait);
    } else {
      this.clock.enterStanding(task, wait);
    }
  }

  private accepted(runner: Runner, request: InvocationRequest, parent: Lineage | undefined): SimulatedEvent {
    try {
      return this.acceptance.accept(this.eventsEver, runner, request, this.clock.milliseconds, parent);
    } catch (error) {
      if (error instanceof EndlessChainError) {
        this.endless = error;
      }
      throw error;
    }
  }

  private advance(event: SimulatedEvent): void | Promise<void> {
    const held = this.pipeline.advance(event);
    return held === undefined ? this.checkEnd() : held.then(() => this.checkEnd());
  }

  /** Code that gets the error would report it as its own, and go on. */
  private checkEnd(): void {
    const { endless } = this;
    this.endless = undefined;
    if (endless) {
      throw endless;
    }
  }

  /** The run that sends a request: real code says so in the trace header, a handler of a test needs not. */
  causeOf({ trace }: { readonly trace?: string }): Lineage | undefined {
    return this.runsOfCode.get(rootOf(trace)) ?? CURRENT_RUN.getStore()?.lineage;
  }

  private keepLast(): void {
    const last = this.events.at(-1);
    this.former = last ? this.outcome(last) : this.former;
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
