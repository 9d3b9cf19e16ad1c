import type { ReceivedRequest, Answer } from '../../loopback/scripted-server';

/** Settings of a config in the model. */
export interface Settings {
  readonly retries: number;
  readonly onFailure?: 'failed' | 'other';
}

/** Functions of the model, each with one config at most. */
export const FUNCTIONS = ['orders', 'invoices', 'letters'] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

/** A call of the service that fails. */
export interface Fault {
  readonly operation: 'Get' | 'Put' | 'Delete';

  /** Number of the call of this operation that fails first, from 1. */
  readonly first: number;

  /** Whether all later calls of this request fail, too. */
  readonly forEver: boolean;

  /** Whether the call has taken effect all the same. */
  readonly afterEffect: boolean;

  /** `refused` is for ever, `busy` passes, and `silence` leaves the caller in the dark. */
  readonly how: 'refused' | 'busy' | 'silence';
}

/** A cloud that keeps configs, with its custom resource. */
export interface Cloud {
  readonly resourceType: string;

  /** Configures a function as another person would. */
  configure(name: FunctionName, settings: Settings): void;

  /** Config of a function; absent for none. */
  config(name: FunctionName): Settings | undefined;

  /** Properties of the custom resource. */
  properties(name: FunctionName, settings: Settings): Record<string, unknown>;

  /** Lets calls fail from now on. */
  fault(fault: Fault | undefined): void;
  stop(): Promise<void>;
}

/** Serves requests, except for those that are to fail. */
export class Faults {
  private fault?: Fault;
  private calls = 0;

  constructor(
    private readonly operationOf: (request: ReceivedRequest) => string,
    private readonly serve: (request: ReceivedRequest) => Answer,
    private readonly error: (how: 'refused' | 'busy') => Answer,
  ) {}

  set(fault: Fault | undefined): void {
    this.fault = fault;
    this.calls = 0;
  }

  answer(request: ReceivedRequest): Answer {
    if (this.fault?.operation !== this.operationOf(request)) {
      return this.serve(request);
    }
    const { first, forEver, afterEffect, how } = this.fault;
    this.calls += 1;
    if (this.calls < first || (this.calls > first && !forEver)) {
      return this.serve(request);
    }
    if (afterEffect) {
      this.serve(request);
    }
    return how === 'silence' ? 'reset' : this.error(how);
  }
}
