import { deploy } from './deploy';
import type { CreatedResource } from './deployment/custom-resources';
import { Destination } from './destination';
import { listen, type Endpoint, type ListenOptions } from './endpoint';
import type { FunctionMetrics } from './events/metrics';
import type { Outcome } from './events/outcome';
import type { Story } from './events/settled-story';
import type { SimulatedEvent } from './events/simulated-event';
import { FunctionHandle } from './function-handle';
import { called } from './handles';
import { jsonOf } from './json-text';
import { checkTenant, invocable } from './service/invoke';
import { SimulatedLambda, type Place } from './simulated-lambda';
import type { DeployOptions, InvokeOptions, SimulatorOptions } from './simulator-options';
import type { Service, SimulatedFunction } from './state';
import { readAssembly, readTemplates, TopologyError, type NamedTemplate, type Topology } from '../topology';
import type { Clock } from './time/clock';

/** Runs what a synthesized app says about asynchronous invocation: on a clock that is moved by hand, without an account. */
export class Simulator {
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
   * Reads templates as one app: with their names, or as they are, e.g. `Template.fromStack(stack)`.
   *
   * @throws TopologyError when one of them is no template
   */
  static fromTemplates(templates: ReadonlyArray<NamedTemplate | object>, options?: SimulatorOptions): Simulator {
    if (!Array.isArray(templates)) throw new TopologyError(`\`templates\` must be a list, e.g. [Template.fromStack(stack)], got: ${templates === null ? 'null' : typeof templates}`);
    return new Simulator(readTemplates(templates.map(named)), options);
  }

  readonly #lambda: SimulatedLambda;
  readonly #handles = new Map<string, SimulatedFunction>();
  readonly #endpoints: Endpoint[] = [];

  /**
   * @param topology what the app says
   * @param assembly where its assets are
   * @throws RangeError when `start` is no date
   */
  constructor(topology: Topology, options: SimulatorOptions = {}, assembly?: string) {
    this.#lambda = new SimulatedLambda(topology, options, assembly);
  }

  /** The only time there is. */
  get clock(): Clock<SimulatedEvent, Story> {
    return this.#lambda.clock;
  }

  /** What the templates do not tell, so that it is taken as not set. */
  get assumptions(): readonly string[] {
    return this.#lambda.app.assumptions;
  }

  /** The service itself, for whoever wants to look into it. */
  get service(): Service {
    return this.#lambda;
  }

  /**
   * A function of the app.
   *
   * @param handle its logical id, with or without the hash, its name or ARN, or its construct path or the end of it
   * @throws Error when there is none, or when there are several
   */
  function(handle: string): FunctionHandle {
    return new FunctionHandle(this.#lambda.runnerOf(this.find(handle)), this.#lambda.programs);
  }

  /** What CloudWatch would show of a function. */
  metrics(handle: string): FunctionMetrics {
    return this.function(handle).metrics;
  }

  /**
   * A queue, topic, bus, bucket or function that records and dead letters go to.
   *
   * @param handle as for functions
   * @throws Error when there is none, or when there are several
   */
  destination(handle: string): Destination {
    return this.destinationAt(called(this.#lambda.places, place => place, handle, 'destination'));
  }

  /** Everything that records and dead letters can go to. */
  get destinations(): Destination[] {
    return this.#lambda.places.map(place => this.destinationAt(place));
  }

  /**
   * Invokes a function asynchronously: hands over an event, and lets it wait until the clock is moved.
   *
   * @throws ServiceError as Lambda refuses the event
   * @throws NotKnownError for a durable function, and where tenant id and tenant isolation do not go together
   * @throws TypeError for a payload that is no JSON, and for other options
   */
  async invoke(handle: string, options: InvokeOptions = {}): Promise<Outcome> {
    const { payload, qualifier, tenantId, ...others } = options;
    for (const name of Object.keys(others)) throw new TypeError(`\`${name}\` is no option of \`invoke\`, which takes payload, qualifier and tenantId: the event itself is the \`payload\``);
    const fn = this.find(handle);
    invocable({ arn: fn.arn, qualifier, function: fn });
    checkTenant(fn, tenantId);
    return this.#lambda.offer({ function: fn, qualifier, payload: payloadText(payload), tenantId });
  }

  /** What has become of all events so far, those of destinations included, in the order in which they were accepted. They are kept until `reset()`. */
  get outcomes(): Outcome[] {
    return this.#lambda.outcomes;
  }

  /** Forgets all events, records and metrics. Functions, configs and the time stay as they are. */
  reset(): void {
    this.#lambda.reset();
  }

  /**
   * Serves the API of Lambda for this app on 127.0.0.1, to any SDK or to the AWS CLI: give them its `url`
   * as `AWS_ENDPOINT_URL_LAMBDA`.
   *
   * Events that are handed over there wait, too, until the clock is moved.
   *
   * @throws RangeError for a port that is none
   */
  async listen(options?: ListenOptions): Promise<Endpoint> {
    const endpoint = await listen(this.#lambda, options);
    this.#endpoints.push(endpoint);
    return endpoint;
  }

  /**
   * Creates the custom resources of the app, as CloudFormation does while it deploys: each after what it waits for, and
   * what it answers is what `Fn::GetAtt` and `Ref` of it yield from then on.
   *
   * The functions that they name are called for it. By default they run their own code, which finds Lambda in this
   * simulator. The clock moves until nothing is left to happen. All else in the app is there from the beginning.
   *
   * @throws Error when a resource fails or is not answered
   */
  async deploy(options?: DeployOptions): Promise<CreatedResource[]> {
    return deploy(this.#lambda, options);
  }

  /** Ends the processes that run the code of the app, and the endpoints. */
  async close(): Promise<void> {
    this.#lambda.close();
    await Promise.all(this.#endpoints.splice(0).map(endpoint => endpoint.close()));
  }

  private destinationAt({ name, arn }: Place): Destination {
    return new Destination(name, arn, () => this.#lambda.deliveries.at(arn));
  }

  private find(handle: string): SimulatedFunction {
    const found = this.#handles.get(handle) ?? called(this.#lambda.functions, ({ settings, arn }) => ({ ...settings, arn }), handle, 'function');
    this.#handles.set(handle, found);
    return found;
  }
}

function named(template: NamedTemplate | object, index: number): NamedTemplate {
  if (isNamed(template)) return template;
  // `Template.fromStack(stack)`, as it is.
  const plain = (template as { toJSON?(): object } | null)?.toJSON?.() ?? template;
  return { name: index === 0 ? 'Stack' : `Stack${index + 1}`, template: plain };
}

function isNamed(template: NamedTemplate | object | null): template is NamedTemplate {
  return typeof template === 'object' && template !== null && 'template' in template && 'name' in template;
}

/** The payload as JSON text; undefined if there is none. */
function payloadText(payload: unknown): string | undefined {
  if (payload === undefined) return undefined;
  const text = written(payload);
  if (text === undefined) throw new TypeError(`\`payload\` must be a JSON value, got: ${typeof payload}`);
  return text;
}

function written(payload: unknown): string | undefined {
  try {
    return jsonOf(payload);
  } catch (error) {
    throw new TypeError(`\`payload\` must be a JSON value: ${(error as Error).message}`);
  }
}
