import type { MessagingServices } from './messaging';
import type { SimulatedFunction } from './simulated-function';
import type { SimulatedFunctions } from './simulated-functions';
import type { SimulatedStores } from './simulated-store';
import type { Cause } from '../sources/flow/cause';

/** The state of the simulated service that its API reads and changes. */
export interface Service {
  readonly functions: SimulatedFunctions;
  readonly stores: SimulatedStores;

  /** Queues, topics, buses and buckets; absent if only the API of Lambda is served. */
  readonly messaging?: MessagingServices;

  /** The time on the simulator's clock, in milliseconds since 1970. */
  now(): number;

  /** A new request id. The same seed yields the same sequence of ids. */
  newRequestId(): string;

  /** The actions that a function needs to deliver to a destination, and certainly lacks, e.g. `sqs:SendMessage`. */
  missingActions(fn: SimulatedFunction, destinationArn: string): readonly string[];

  /**
   * Accepts an event. The function runs when you move the clock.
   *
   * @returns the request id, the same for all its attempts
   * @throws ServiceError if Lambda refuses it
   */
  accept(request: InvocationRequest): string;

  /**
   * Runs a function once, without moving the clock.
   *
   * @throws ServiceError if Lambda refuses it
   */
  run(request: InvocationRequest): Promise<InvocationResult>;
}

/** An invocation of a function that exists. */
export interface InvocationRequest {
  readonly function: SimulatedFunction;

  /** The qualifier that the caller used; absent if there was none. */
  readonly qualifier?: string;

  /** The event, as valid JSON text. Without it, the function gets `{}`, as recorded. */
  readonly payload?: string;

  /** The client context, decoded; only for synchronous invocations. */
  readonly clientContext?: unknown;

  /** The largest payload, in bytes; by default the limit of the invocation type. */
  readonly payloadLimit?: number;
  readonly tenantId?: string;

  /** The header `X-Amzn-Trace-Id`, by which Lambda knows the invocation that has caused this one. */
  readonly trace?: string;

  /** The step of a flow that sends it; by default, that of the invocation that has caused it. */
  readonly cause?: Cause;
}

/** The answer to a synchronous invocation. */
export interface InvocationResult {
  readonly requestId: string;
  readonly executedVersion: string;

  /** `Unhandled`; present only for function errors. */
  readonly functionError?: string;

  /** The response or the error, as JSON text. */
  readonly payload: string;

  /** The whole log of the run, with the lines that Lambda adds. */
  readonly log: string;
}
