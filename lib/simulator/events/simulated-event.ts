import type { Origin } from './origin';
import type { Runner } from './runner';
import type { EventStep } from './step';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { CONDITION, type Condition } from '../../contract/invocation-record';
import type { FunctionError, RunResult } from '../behaviour/run-result';
import type { Lineage } from '../lineage';
import { follow, type Cause } from '../sources/flow/cause';
import type { Station } from '../sources/flow/station';
import type { SimulatedFunction, StoredConfig } from '../state';
import type { Due } from '../time/due';

/** The next thing that happens to an event. */
type Phase = 'attempt' | 'end-of-run' | 'end-of-age' | 'nothing';

/** A run that takes time on the simulator's clock. */
export interface RunInTime {
  readonly version: string;
  readonly result: RunResult;

  /** In milliseconds since 1970. */
  readonly endsAt: number;
}

/** An event. There may be a million at once, so it holds only what cannot be computed later. */
export class SimulatedEvent implements Due, Lineage, Cause {
  phase: Phase = 'attempt';

  /** The number of attempts: runs, and attempts that found no function, version or alias. */
  attempts = 0;

  /** The number of tries, with throttles and system errors. */
  tries = 0;

  /** The number of throttles and system errors since the last run. Each one doubles the wait. */
  backOffs = 0;
  lastStep: EventStep | undefined = undefined;

  /** The result of the last run that has ended. */
  result: RunResult | undefined = undefined;

  /** The run that goes on; undefined if there is none. */
  run: RunInTime | undefined = undefined;

  /** The condition in the record; undefined before the event has ended. */
  condition: Condition | undefined = undefined;

  /** What came of it besides its records; undefined while nothing has. */
  next: Cause[] | undefined = undefined;

  constructor(
    /** The number of the event, counted from 0. */
    readonly number: number,
    readonly runner: Runner,

    /** The config at the time of acceptance. */
    readonly config: StoredConfig | undefined,

    /** The event, as JSON text. */
    readonly payload: string,
    private readonly origin: Origin,
  ) {
    const { cause } = origin;
    if (cause) {
      follow(cause, this);
    }
  }

  get kind(): 'event' {
    return 'event';
  }

  get isVoid(): boolean {
    return false;
  }

  get station(): Station {
    const { settings, arn } = this.function;
    return { kind: 'function', ...settings, arn };
  }

  get step(): this {
    return this;
  }

  get function(): SimulatedFunction {
    return this.runner.function;
  }

  /** The qualifier that the caller used; undefined if there was none. */
  get qualifier(): string | undefined {
    return this.origin.qualifier;
  }

  get tenantId(): string | undefined {
    return this.origin.tenantId;
  }

  get acceptedAt(): number {
    return this.origin.at;
  }

  get parent(): Lineage | undefined {
    return this.origin.parent;
  }

  get generation(): number {
    return this.origin.generation;
  }

  /** The step of a flow that has sent it; undefined for an event from outside. */
  get cause(): Cause | undefined {
    return this.origin.cause;
  }

  /** The number of hops and events before it. */
  get depth(): number {
    return this.origin.depth;
  }

  /** The ARN of the function as in records: always with a qualifier. */
  get functionArn(): string {
    return `${this.runner.function.arn}:${this.qualifier ?? LATEST}`;
  }

  get hasEnded(): boolean {
    return this.phase === 'nothing';
  }

  /** Whether Lambda stopped the event as a recursive loop. */
  get isRecursive(): boolean {
    return this.hasEnded && this.condition === undefined;
  }

  get hasSucceeded(): boolean {
    return this.condition === CONDITION.success;
  }

  /** The last step that is a run, or the reason why there was none. */
  get lastTry(): EventStep | undefined {
    let step = this.lastStep;
    while (step && (step.kind === 'sent' || step.kind === 'not-sent' || step.kind === 'given-up')) {
      step = step.previous;
    }
    return step;
  }

  /** The error of the last run; undefined if it had none, or if a throttle or system error came after it. */
  lastError(requestId: string): FunctionError | undefined {
    switch (this.lastResult?.kind) {
      case 'timed-out': return timeoutError(requestId, this.runner.function.settings.timeout);
      case 'failed': return this.lastResult.error;
      default: return undefined;
    }
  }

  /** The response as JSON text; undefined if the function did not return. */
  get response(): string | undefined {
    return this.lastResult?.kind === 'succeeded' ? this.lastResult.payload : undefined;
  }

  /** The result of the last run; undefined if something else came after it. */
  private get lastResult(): RunResult | undefined {
    const step = this.lastTry;
    return this.phase !== 'end-of-run' && step && 'version' in step ? this.result : undefined;
  }

  /** All steps, the first one first. */
  steps(): EventStep[] {
    const steps: EventStep[] = [];
    for (let step = this.lastStep; step; step = step.previous) {
      steps.push(step);
    }
    return steps.reverse();
  }
}

/** The error of a function that timed out. */
export function timeoutError(requestId: string, seconds: number): FunctionError {
  return { errorType: 'Sandbox.Timedout', errorMessage: `RequestId: ${requestId} Error: Task timed out after ${seconds.toFixed(2)} seconds` };
}

