import type { Runner } from './runner';
import type { EventStep } from './step';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { CONDITION, type Condition } from '../../contract/invocation-record';
import type { FunctionError, RunResult } from '../behaviour/run-result';
import type { StoredConfig } from '../state';
import type { Due } from '../time/agenda';

/** What an event waits for. */
type Phase = 'attempt' | 'end-of-run' | 'end-of-age' | 'nothing';

/** An event on its way. There may be a million of them at once, so it holds only what cannot be worked out later. */
export class SimulatedEvent implements Due {
  dueAt = 0;
  order = 0;
  phase: Phase = 'attempt';

  /** How often the function ran, or was to run and was not there. */
  attempts = 0;

  /** How often something was tried, throttles and system errors included. */
  tries = 0;

  /** Throttles and system errors since the last run: each doubles the wait. */
  backOffs = 0;
  lastStep: EventStep | undefined = undefined;

  /** What the run that was started last has ended with, or will. */
  result: RunResult | undefined = undefined;

  /** The version that ran. */
  version = LATEST;

  /** How it ended. */
  condition: Condition | undefined = undefined;

  /** Whether it was stopped because its chain runs in circles. */
  isRecursive = false;

  /** How often its function was invoked in its chain, this time included. */
  readonly generation: number;

  constructor(
    /** Counted from 0. */
    readonly number: number,
    readonly runner: Runner,

    /** As the caller wrote it; absent for the unqualified function. */
    readonly qualifier: string | undefined,

    /** The config that was there when the event was accepted. */
    readonly config: StoredConfig | undefined,

    /** JSON text. */
    readonly payload: string,
    readonly acceptedAt: number,

    /** The event whose record it is. */
    readonly parent: SimulatedEvent | undefined,
    readonly tenantId: string | undefined,
  ) {
    let ancestor = parent;
    while (ancestor && ancestor.runner !== runner) ancestor = ancestor.parent;
    this.generation = (ancestor?.generation ?? 0) + 1;
  }

  /** What a record calls the function: always qualified. */
  get functionArn(): string {
    return `${this.runner.function.arn}:${this.qualifier ?? LATEST}`;
  }

  get hasEnded(): boolean {
    return this.phase === 'nothing';
  }

  get hasSucceeded(): boolean {
    return this.condition === CONDITION.success;
  }

  /** The last thing that decided anything: a run, or that none took place. */
  get lastTry(): EventStep | undefined {
    let step = this.lastStep;
    while (step && (step.kind === 'sent' || step.kind === 'not-sent' || step.kind === 'given-up')) step = step.previous;
    return step;
  }

  /** The error of the last run, if there is one and it was a run that came last. */
  lastError(requestId: string): FunctionError | undefined {
    switch (this.lastResult?.kind) {
      case 'timed-out': return timeoutError(requestId, this.runner.function.settings.timeout);
      case 'failed': return this.lastResult.error;
      default: return undefined;
    }
  }

  /** What the function returned, as JSON text, if it did. */
  get response(): string | undefined {
    return this.lastResult?.kind === 'succeeded' ? this.lastResult.payload : undefined;
  }

  /** What the last run ended with, if a run came last. */
  private get lastResult(): RunResult | undefined {
    const step = this.lastTry;
    return this.phase !== 'end-of-run' && step && 'version' in step ? this.result : undefined;
  }

  /** All steps, the first one first. */
  steps(): EventStep[] {
    const steps: EventStep[] = [];
    for (let step = this.lastStep; step; step = step.previous) steps.push(step);
    return steps.reverse();
  }
}

/** What Lambda says of a function that took too long. */
export function timeoutError(requestId: string, seconds: number): FunctionError {
  return { errorType: 'Sandbox.Timedout', errorMessage: `RequestId: ${requestId} Error: Task timed out after ${seconds.toFixed(2)} seconds` };
}

/** The payload that stands for an error. */
export function errorPayload({ errorType, errorMessage, trace }: FunctionError): string {
  return JSON.stringify({ errorType, errorMessage, trace });
}
