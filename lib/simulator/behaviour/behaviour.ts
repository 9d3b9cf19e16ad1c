import type { LambdaContext } from './lambda-context';
import type { RunResult } from './run-result';
import type { Programs } from '../code/program';
import type { Lineage } from '../lineage';
import type { SimulatedFunction } from '../state';

/** One run of a function. */
export interface Run {
  readonly function: SimulatedFunction;
  readonly version: string;
  readonly lineage: Lineage;

  /** The time, in milliseconds since 1970. */
  readonly now: number;

  /** The event, as JSON text. */
  readonly payload: string;

  /** The context, made when it is read. */
  readonly context: LambdaContext;

  /** Takes a line that the function logs. */
  print(line: string): void;
}

/** What a function does when it runs. */
export interface Behaviour {
  /**
   * How long a run takes on the simulator's clock, in milliseconds.
   *
   * @default 0
   */
  readonly duration?: number;

  /** The result, if it is the same for each run. Then no run needs to be made. */
  readonly known?: RunResult;
  run(run: Run): RunResult | Promise<RunResult>;

  /** The behaviour for one function of the app, if it depends on the function. */
  bind?(fn: SimulatedFunction, programs: Programs): Behaviour;
}

/**
 * A behaviour, as one function of the app has it.
 *
 * @throws CannotRunError if it runs the function's code, and the simulator cannot
 */
export function boundTo(fn: SimulatedFunction, programs: Programs, behaviour: Behaviour): Behaviour {
  return behaviour.bind?.(fn, programs) ?? behaviour;
}
