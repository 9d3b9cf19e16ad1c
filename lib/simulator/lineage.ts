import type { Cause } from './sources/flow/cause';
import type { SimulatedFunction } from './state';

/** An invocation in a chain of invocations: one that another invocation has caused. */
export interface Lineage {
  readonly function: SimulatedFunction;

  /** The number of invocations of the same function in the chain so far, this one included. */
  readonly generation: number;

  /** The invocation that has caused this one. */
  readonly parent: Lineage | undefined;

  /** The step of a flow that this invocation is. What it sends is the next one. Absent for a call from outside. */
  readonly step?: Cause;
}

/** The generation of an invocation that another one causes. */
export function nextGeneration(fn: SimulatedFunction, parent: Lineage | undefined): number {
  let ancestor = parent;
  while (ancestor && ancestor.function !== fn) {
    ancestor = ancestor.parent;
  }
  return (ancestor?.generation ?? 0) + 1;
}

/** The step of a flow that causes what an invocation sends. */
export function causeOf(lineage: Lineage | undefined): Cause | undefined {
  let sender = lineage;
  while (sender && !sender.step) {
    sender = sender.parent;
  }
  return sender?.step;
}
