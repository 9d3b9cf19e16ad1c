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
import { invocable } from './service/invoke';
import { SimulatedLambda, type Place } from './simulated-lambda';
import type { DeployOptions, InvokeOptions, SimulatorOptions } from './simulator-options';
import type { Service, SimulatedFunction } from './state';
import { readAssembly, readTemplates, type NamedTemplate, type Topology } from '../topology';
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
   * Reads templates as one app: with their names, or as they are, e.g. `Template.fromStack(stack).toJSON()`.
   *
   * @throws TopologyError when one of them is no template
   */
  static fromTemplates(templates: ReadonlyArray<NamedTemplate | object>, options?: SimulatorOptions): Simulator {
    return new Simulator(readTemplates(templates.map(named)), options);
  }

  readonly #lambda: SimulatedLambda;
  readonly #handles = new Map<string, SimulatedFunction>();
  readonly #endpoints: Endpoint[] = [];

  /**
   * @param topology what the app says
   * @param assembly where its assets are
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
   * @param handle its logical id, with or without the hash, its name, or its construct path or the end of it
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
   * @param handle as for functions, or an ARN
   * @throws Error when there is none, or when there are several
   */
  destination(handle: string): Destination {
    const places = this.#lambda.places;
    return this.destinationAt(places.find(place => place.arn === handle) ?? called(places, place => place, handle, 'destination'));
  }

  /** Everything that records and dead letters can go to. */
  get destinations(): Destination[] {
    return this.#lambda.places.map(place => this.destinationAt(place));
  }

  /**
   * Invokes a function asynchronously: hands over an event, and lets it wait until the clock is moved.
   *
   * @throws ServiceError as Lambda refuses the event
   */
  async invoke(handle: string, { payload, qualifier, tenantId }: InvokeOptions = {}): Promise<Outcome> {
    const fn = this.find(handle);
    invocable({ arn: fn.arn, qualifier, function: fn });
    return this.#lambda.offer({ function: fn, qualifier, payload: JSON.stringify(payload), tenantId });
  }

  /** What has become of all events so far, those of destinations included, in the order in which they were accepted. */
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
    const found = this.#handles.get(handle) ?? called(this.#lambda.functions, ({ settings }) => settings, handle, 'function');
    this.#handles.set(handle, found);
    return found;
  }
}

function named(template: NamedTemplate | object, index: number): NamedTemplate {
  return 'template' in template && 'name' in template ? template : { name: index === 0 ? 'Stack' : `Stack${index + 1}`, template };
}
