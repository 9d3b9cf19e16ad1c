import type { SimulatedFunction } from './simulated-function';
import type { SimulatedFunctions } from './simulated-functions';
import type { SimulatedStores } from './simulated-store';

/** Everything that the API of the simulated service reads and changes. */
export interface Service {
  readonly functions: SimulatedFunctions;
  readonly stores: SimulatedStores;

  /** The time, in milliseconds since 1970: the simulator's own. */
  now(): number;

  /** The same sequence in every run with the same seed. */
  newRequestId(): string;

  /** What the execution role of a function lacks to deliver to a destination, e.g. `sqs:SendMessage`; nothing when that is not certain. */
  missingActions(fn: SimulatedFunction, destinationArn: string): readonly string[];

  /**
   * Takes an event. It runs when the clock is moved.
   *
   * @returns the request id, the same for all its attempts
   * @throws ServiceError as the service refuses it
   */
  accept(request: InvocationRequest): string;

  /**
   * Runs a function at once, and once.
   *
   * @throws ServiceError as the service refuses it
   */
  run(request: InvocationRequest): Promise<InvocationResult>;
}

/** An invocation of a function that exists. */
export interface InvocationRequest {
  readonly function: SimulatedFunction;

  /** As the caller wrote it, in the name or apart; absent for the unqualified function. */
  readonly qualifier?: string;

  /** JSON text, which has been looked at already; the function sees `{}` when it is absent, as recorded. */
  readonly payload?: string;

  /** Decoded. Synchronous invocations only: Lambda does not pass it on otherwise. */
  readonly clientContext?: unknown;

  /** What the payload may have, in bytes; the default is that of the kind of invocation. */
  readonly payloadLimit?: number;
  readonly tenantId?: string;
}

/** What a synchronous invocation answers. */
export interface InvocationResult {
  readonly requestId: string;
  readonly executedVersion: string;

  /** Present for function errors only; `Unhandled`. */
  readonly functionError?: string;

  /** JSON text: the result, or the error. */
  readonly payload: string;

  /** What the function logged, with the lines of the service around it; not cut off. */
  readonly log: string;
}
