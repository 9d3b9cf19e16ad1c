import type { LambdaContext } from './lambda-context';
import type { RunResult } from './run-result';
import type { Programs } from '../code/program';
import type { SimulatedFunction } from '../state';

/** One run that a behaviour has to play. */
export interface Run {
  readonly function: SimulatedFunction;
  readonly version: string;

  /** The time, in milliseconds since 1970. */
  readonly now: number;

  /** JSON text. */
  readonly payload: string;

  /** Made when it is asked for. */
  readonly context: LambdaContext;

  /** Takes what the function logs. */
  print(line: string): void;
}

/** What a function does when it runs. */
export interface Behaviour {
  /** How long it takes on the simulator's clock, in milliseconds; no time at all when absent. */
  readonly duration?: number;
  run(run: Run): RunResult | Promise<RunResult>;

  /** The same for one function of one app, where that makes a difference. */
  bind?(fn: SimulatedFunction, programs: Programs): Behaviour;
}
