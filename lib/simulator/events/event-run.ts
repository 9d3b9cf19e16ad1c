import type { SimulatedEvent } from './simulated-event';
import type { Run } from '../behaviour/behaviour';
import { lambdaContext, type LambdaContext } from '../behaviour/lambda-context';
import type { Random } from '../random';
import type { SimulatedFunction } from '../state';

/** A run for an event. Its context is made when it is read, because most behaviours never read it. */
export class EventRun implements Run {
  constructor(
    readonly lineage: SimulatedEvent,
    readonly version: string,
    private readonly random: Random,
    readonly now: number,
  ) {}

  get function(): SimulatedFunction {
    return this.lineage.runner.function;
  }

  get payload(): string {
    return this.lineage.payload;
  }

  /** Drops the line: the caller of an event gets no log. */
  print(): void {}

  get context(): LambdaContext {
    const { number, qualifier, tenantId } = this.lineage;
    return lambdaContext(this.function, { requestId: () => this.random.uuid(number), version: this.version, qualifier, tenantId, now: this.now });
  }
}
