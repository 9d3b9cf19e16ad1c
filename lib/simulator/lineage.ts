import type { SimulatedFunction } from './state';

/** An invocation in a chain of invocations: one that another invocation has caused. */
export interface Lineage {
  readonly function: SimulatedFunction;

  /** The number of invocations of the same function in the chain so far, this one included. */
  readonly generation: number;

  /** The invocation that has caused this one. */
  readonly parent: Lineage | undefined;
}

/** The generation of an invocation that another one causes. */
export function nextGeneration(fn: SimulatedFunction, parent: Lineage | undefined): number {
  let ancestor = parent;
  while (ancestor && ancestor.function !== fn) {
    ancestor = ancestor.parent;
  }
  return (ancestor?.generation ?? 0) + 1;
}
