import { AlarmHandle } from './alarm-handle';
import { programOf } from './code/programs-of-app';
import { deploy } from './deploy';
import type { CreatedResource } from './deployment/custom-resources';
import { Destination } from './destination';
import { listen, type Endpoint, type ListenOptions } from './endpoint';
import type { FunctionMetrics } from './events/metrics';
import type { Outcome } from './events/outcome';
import type { Runner } from './events/runner';
import type { Story } from './events/settled-story';
import type { SimulatedEvent } from './events/simulated-event';
import { FunctionHandle } from './function-handle';
import { byWholeName, called, type Named } from './handles';
import { jsonOf } from './json-text';
import { checkOptions } from './known-options';
import { replayCalled } from './replay/replay-settings';
import { SimulatedReplay, type ReplayResult } from './replay/simulated-replay';
import { checkTenant, invocable } from './service/invoke';
import { SimulatedLambda, type Place } from './simulated-lambda';
import type { DeployOptions, InvokeOptions, SimulatorOptions } from './simulator-options';
import { Flow } from './sources/flow/flow';
import { BucketHandle } from './sources/handles/bucket-handle';
import { BusHandle } from './sources/handles/bus-handle';
import { IotTopicHandle } from './sources/handles/iot-topic-handle';
import { LogGroupHandle } from './sources/handles/log-group-handle';
import { QueueHandle } from './sources/handles/queue-handle';
import { ScheduleHandle } from './sources/handles/schedule-handle';
import { TopicHandle } from './sources/handles/topic-handle';
import { messagingServices } from './sources/messaging';
import type { Sources } from './sources/sources';
import type { Service, SimulatedFunction } from './state';
import type { ReplayInput } from '../contract/replay';
import { readAssembly, readTemplates, TopologyError, type NamedTemplate, type Topology } from '../topology';
import type { Clock } from './time/clock';
import type { Task } from './time/task';

/** Simulates the asynchronous invocations of a synthesized app, without an account. Time passes only when you move the clock. */
export class Simulator {
  /**
   * Reads a synthesized app.
   *
   * @param directory the cloud assembly, e.g. `cdk.out`
   * @throws TopologyError if the directory is not a cloud assembly
   */
  static fromAssembly(directory: string, options?: SimulatorOptions): Simulator {
    return new Simulator(readAssembly(directory), options, directory);
  }

  /**
   * Reads templates as one app.
   *
   * @param templates templates with names, or without, e.g. `Template.fromStack(stack)`
   * @throws TopologyError if one of them is not a template
   */
  static fromTemplates(templates: ReadonlyArray<NamedTemplate | object>, options?: SimulatorOptions): Simulator {
    if (!Array.isArray(templates)) {
      throw new TopologyError(`\`templates\` must be a list, e.g. [Template.fromStack(stack)], got: ${templates === null ? 'null' : typeof templates}`);
    }
    return new Simulator(readTemplates(templates.map(named)), options);
  }

  readonly #lambda: SimulatedLambda;
  #handles?: Map<string, SimulatedFunction>;

  /** The functions by the handles that were used so far: over 10,000 functions, a map of all names is slower to reach. */
  readonly #used = new Map<string, Runner>();
  readonly #endpoints: Endpoint[] = [];
  readonly #replays = new Map<string, SimulatedReplay>();
  readonly #start: Date;

  /**
   * @param topology the app
   * @param assembly the directory of its assets
   * @throws RangeError if `start` is not a date
   * @throws TypeError for unknown options
   */
  constructor(topology: Topology, options: SimulatorOptions = {}, assembly?: string) {
    checkOptions(options, ['account', 'region', 'start', 'seed', 'respond'], 'Simulator');
    this.#lambda = new SimulatedLambda(topology, options, (app, fn, environment) => programOf(app, fn, environment, assembly));
    this.#lambda.messaging = messagingServices(this.#lambda, this.#lambda.now());
    this.#start = this.#lambda.clock.now;
  }

  /** The clock of the simulation. Nothing happens until you move it. */
  get clock(): Clock<SimulatedEvent | Task, Story> {
    return this.#lambda.clock;
  }

  /** The settings whose values the templates do not contain, which the simulator treats as not set, and the settings that it does not play. */
  get assumptions(): readonly string[] {
    return this.#lambda.assumptions;
  }

  /** The simulated service behind the API. */
  get service(): Service {
    return this.#lambda;
  }

  /**
   * A function of the app.
   *
   * @param handle its logical id, with or without the hash, its name, its ARN, or its construct path or the end of it
   * @throws Error if no function, or more than one, has that name
   */
  function(handle: string): FunctionHandle {
    return new FunctionHandle(this.find(handle), this.#lambda.programs);
  }

  /** The metrics that CloudWatch would show for a function. */
  metrics(handle: string): FunctionMetrics {
    return this.function(handle).metrics;
  }

  /**
   * A destination of the app: a queue, topic, bus, bucket or function.
   *
   * @param handle named like a function
   * @throws Error if no destination, or more than one, has that name
   */
  destination(handle: string): Destination {
    return this.destinationAt(called(this.#lambda.places, place => place, handle, 'destination'));
  }

  /** All queues, topics, buses, buckets and functions to which records and dead letters can go. */
  get destinations(): Destination[] {
    return this.#lambda.places.map(place => this.destinationAt(place));
  }

  /**
   * Invokes a function asynchronously. The event waits until you move the clock.
   *
   * @throws ServiceError if Lambda refuses the event
   * @throws NotKnownError for a durable function, for a missing tenant id, and for a tenant id that the function does not take
   * @throws TypeError for a payload that is not a JSON value, and for unknown options
   */
  invoke(handle: string, options: InvokeOptions = {}): Promise<Outcome> {
    try {
      return Promise.resolve(this.offered(handle, options));
    } catch (error) {
      return Promise.reject(error);
    }
  }

  private offered(handle: string, options: InvokeOptions): Outcome {
    checkOptions(options, ['payload', 'qualifier', 'tenantId'], 'invoke', ': put the event into `payload`');
    const { payload, qualifier, tenantId } = options;
    const runner = this.find(handle);
    const fn = runner.function;
    invocable({ arn: fn.arn, qualifier, function: fn });
    checkTenant(fn, tenantId);
    return this.#lambda.offer({ function: fn, qualifier, payload: payloadText(payload), tenantId }, this.#lambda.causeOf({}), runner);
  }

  /**
   * A bus of EventBridge.
   *
   * @param handle named like a function; the default bus of each account and Region is called `default`
   * @throws Error if no bus, or more than one, has that name
   */
  bus(handle = 'default'): BusHandle {
    return new BusHandle(this.source('buses', handle, 'bus'), this.#lambda);
  }

  /**
   * A topic of SNS.
   *
   * @param handle named like a function
   * @throws Error if no topic, or more than one, has that name
   */
  topic(handle: string): TopicHandle {
    return new TopicHandle(this.source('topics', handle, 'topic'), this.#lambda);
  }

  /**
   * A queue of SQS.
   *
   * @param handle named like a function
   * @throws Error if no queue, or more than one, has that name
   */
  queue(handle: string): QueueHandle {
    const queue = this.source('queues', handle, 'queue');
    this.#lambda.sources.watch(queue.settings.arn);
    return new QueueHandle(queue, this.#lambda);
  }

  /**
   * A bucket of S3.
   *
   * @param handle named like a function
   * @throws Error if no bucket, or more than one, has that name
   */
  bucket(handle: string): BucketHandle {
    const bucket = this.source('buckets', handle, 'bucket');
    this.#lambda.sources.watch(bucket.settings.arn);
    return new BucketHandle(bucket, this.#lambda);
  }

  /**
   * A log group of CloudWatch Logs.
   *
   * @param handle named like a function
   * @throws Error if no log group, or more than one, has that name
   */
  logGroup(handle: string): LogGroupHandle {
    return new LogGroupHandle(this.source('logGroups', handle, 'log group'), this.#lambda);
  }

  /**
   * A topic of MQTT at the message broker of AWS IoT. No resource declares it.
   *
   * @param topic e.g. `sensors/7/temperature`
   * @throws TypeError if it is no topic: an empty text, or one with wildcards
   */
  iotTopic(topic: string): IotTopicHandle {
    if (typeof topic !== 'string' || topic === '' || /[+#]/.test(topic)) {
      throw new TypeError(`\`topic\` must be a topic of MQTT without wildcards, got: ${typeof topic === 'string' ? `'${topic}'` : topic === null ? 'null' : typeof topic}`);
    }
    return new IotTopicHandle(topic, this.#lambda);
  }

  /**
   * A schedule: a rule with a schedule expression, or one of EventBridge Scheduler.
   *
   * @param handle named like a function
   * @throws Error if no schedule, or more than one, has that name
   */
  schedule(handle: string): ScheduleHandle {
    return new ScheduleHandle(called(this.#lambda.sources.schedules, ({ station }) => station, handle, 'schedule'), this.#lambda);
  }

  /**
   * An alarm of CloudWatch, evaluated from the metrics of functions, queues, rules, topics and schedules.
   *
   * @param handle named like a function
   * @throws Error if no alarm, or more than one, has that name
   */
  alarm(handle: string): AlarmHandle {
    return new AlarmHandle(called(this.#lambda.alarms.alarms, ({ settings }) => settings, handle, 'alarm'), this.#start);
  }

  /** All alarms of the app. */
  get alarms(): AlarmHandle[] {
    return this.#lambda.alarms.alarms.map(alarm => new AlarmHandle(alarm, this.#start));
  }

  /**
   * Starts an execution of a `FailedEventReplay` of the app, and moves the clock to its end. The code of its own functions plans and sends.
   *
   * `run` without `plan` plans first. What it sends runs when you move the clock; `{ mode: 'report', run: result.name }` then tells how it ended.
   *
   * @param handle named like a function
   * @throws Error if no replay, or more than one, has that name
   * @throws InputError if the input cannot be meant
   */
  async replay(handle: string, input: ReplayInput = {}): Promise<ReplayResult> {
    const settings = replayCalled(this.#lambda.app, handle);
    const replay = this.#replays.get(settings.name) ?? new SimulatedReplay(settings, this.#lambda);
    this.#replays.set(settings.name, replay);
    return replay.execute(input);
  }

  /** All flows so far, in the order in which they began, with those that schedules and callers of the endpoint have started. `reset()` removes them. */
  get flows(): Flow[] {
    return this.#lambda.flows;
  }

  /** All events so far, in the order in which they were accepted, with those that destinations got. `reset()` removes them. */
  get outcomes(): Outcome[] {
    return this.#lambda.outcomes;
  }

  /** Removes all events, records and metrics. Functions, configs and the time stay as they are. */
  reset(): void {
    this.#lambda.reset();
  }

  /**
   * Serves the APIs of Lambda, SQS, SNS, EventBridge and S3 for this app on 127.0.0.1, to any SDK or to the AWS CLI. Set the
   * variables of its `environment`.
   *
   * Events that arrive there wait until you move the clock, too.
   *
   * @throws RangeError if `port` is not a port
   */
  async listen(options?: ListenOptions): Promise<Endpoint> {
    const endpoint = await listen(this.#lambda, options);
    this.#endpoints.push(endpoint);
    return endpoint;
  }

  /**
   * Creates the custom resources of the app in the order in which CloudFormation does. From then on, `Fn::GetAtt` and `Ref`
   * of a resource yield what its handler answered.
   *
   * By default, the handlers run their own code, and their SDK calls this simulator. The clock moves until nothing is left
   * to happen. All other resources of the app exist from the beginning.
   *
   * @throws Error if a resource fails or gets no answer
   */
  async deploy(options?: DeployOptions): Promise<CreatedResource[]> {
    return deploy(this.#lambda, options);
  }

  /** Stops the processes that run the code of the app, and the endpoints. */
  async close(): Promise<void> {
    this.#lambda.close();
    await Promise.all(this.#endpoints.splice(0).map(endpoint => endpoint.close()));
  }

  private source<Kind extends 'buses' | 'topics' | 'queues' | 'buckets' | 'logGroups'>(kind: Kind, handle: string, what: string) {
    type Source = Sources[Kind] extends Map<string, infer S> ? S : never;
    const all = [...this.#lambda.sources[kind].values()] as Array<Source & { readonly settings: Named }>;
    return called(all, ({ settings }) => settings, handle, what);
  }

  private destinationAt({ name, arn }: Place): Destination {
    return new Destination(name, arn, () => this.#lambda.deliveries.at(arn));
  }

  private find(handle: string): Runner {
    const used = this.#used.get(handle);
    if (used && !used.function.deleted) {
      return used;
    }
    const runner = this.#lambda.runnerOf(this.named(handle));
    this.#used.set(handle, runner);
    return runner;
  }

  private named(handle: string): SimulatedFunction {
    this.#handles ??= byWholeName(this.#lambda.functions, nameOf);
    const known = this.#handles.get(handle);
    return known && !known.deleted ? known : called(this.#lambda.functions, nameOf, handle, 'function');
  }
}

function nameOf({ settings: { name, key, logicalId, path }, arn }: SimulatedFunction): Named {
  return { name, arn, key, logicalId, path };
}

function named(template: NamedTemplate | object, index: number): NamedTemplate {
  if (isNamed(template)) {
    return template;
  }
  // A `Template` of aws-cdk-lib/assertions has its template in `toJSON()`.
  const plain = (template as { toJSON?(): object } | null)?.toJSON?.() ?? template;
  return { name: index === 0 ? 'Stack' : `Stack${index + 1}`, template: plain };
}

function isNamed(template: NamedTemplate | object | null): template is NamedTemplate {
  return typeof template === 'object' && template !== null && 'template' in template && 'name' in template;
}

/** The payload as JSON text; undefined if there is none. */
function payloadText(payload: unknown): string | undefined {
  if (payload === undefined) {
    return undefined;
  }
  const text = written(payload);
  if (text === undefined) {
    throw new TypeError(`\`payload\` must be a JSON value, got: ${typeof payload}`);
  }
  return text;
}

function written(payload: unknown): string | undefined {
  try {
    return jsonOf(payload);
  } catch (error) {
    throw new TypeError(`\`payload\` must be a JSON value: ${(error as Error).message}`);
  }
}
