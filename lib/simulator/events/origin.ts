import { nextGeneration, type Lineage } from '../lineage';
import { depthAfter, type Cause } from '../sources/flow/cause';
import type { SimulatedFunction } from '../state';

/** Where an event comes from, and how its caller names the function. */
export class Origin {
  /** The number of hops and events before it. */
  readonly depth: number;

  constructor(
    /** The time of acceptance, in milliseconds since 1970. */
    readonly at: number,

    /** The qualifier that the caller used; undefined if there was none. */
    readonly qualifier: string | undefined,
    readonly tenantId: string | undefined,
    readonly parent: Lineage | undefined,

    /** The step of a flow that has sent it; undefined for an event from outside. */
    readonly cause: Cause | undefined,
    readonly generation: number,
  ) {
    this.depth = depthAfter(cause);
  }
}

/**
 * Makes the origins of events, and uses the last one again if it is the same. A test that sends many events sends them before
 * it moves the simulator's clock, so they have one origin. That saves 72 of 272 bytes for each event.
 */
export class SharedOrigins {
  private last: Origin | undefined = undefined;

  of(
    fn: SimulatedFunction, at: number,
    qualifier: string | undefined, tenantId: string | undefined, parent: Lineage | undefined, cause: Cause | undefined,
  ): Origin {
    const { last } = this;
    const generation = nextGeneration(fn, parent);
    const isSameCaller = last?.cause === cause && last?.parent === parent && last?.generation === generation;
    if (isSameCaller && last?.at === at && last.qualifier === qualifier && last.tenantId === tenantId) {
      return last;
    }
    return this.last = new Origin(at, qualifier, tenantId, parent, cause, generation);
  }

  /** Forgets the last one, which would keep its parent and cause in memory. */
  clear(): void {
    this.last = undefined;
  }
}
