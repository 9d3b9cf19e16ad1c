import { reportedFailures } from './batch-response';
import type { QueueMessage } from './queue-message';
import { allOf, failure, QueuePoller, type Failures, type PollingSettings, type WaitingLambda } from './queue-poller';
import type { SimulatedQueue } from './simulated-queue';
import { sqsRecord } from './sqs-event';
import type { RunResult } from '../../behaviour/run-result';
import type { Runner } from '../../events/runner';
import { nextGeneration, type Lineage } from '../../lineage';
import { Hop } from '../flow/hop';
import { spoken, type Station } from '../flow/station';

/** The settings of an event source mapping, after the deployment. */
export interface MappingSettings extends PollingSettings {
  readonly reportsFailures: boolean;
  readonly maximumConcurrency: number;
  readonly qualifier?: string;
}

/** Lambda as the consumer of a queue: it polls, filters, runs the function, and deletes what the function has handled. */
export class EventSourceMapping extends QueuePoller {
  protected readonly runners: readonly Runner[];
  private readonly station: Station;

  constructor(
    private readonly settings: MappingSettings,
    queue: SimulatedQueue,
    private readonly runner: Runner,
    lambda: WaitingLambda,
  ) {
    super(settings, queue, lambda, settings.maximumConcurrency);
    this.runners = [runner];
    this.station = { kind: 'function', ...runner.function.settings, arn: runner.function.arn };
  }

  protected run(batch: readonly QueueMessage[]): void | Promise<void> {
    const { queue, station, runner, settings: { qualifier } } = this;
    const step = this.stepOf(batch, station);
    const payload = JSON.stringify({ Records: batch.map(message => sqsRecord(message, queue.settings)) });
    return this.invoke({
      runner,
      batch,
      call: { qualifier, payload, lineage: this.lineage(batch, step) },
      ended: ({ result }) => this.settle(batch, station, this.failed(batch, result), ({ hop }) =>
        void new Hop(this.clock.milliseconds, station, `handled by ${spoken(station)}`, hop, step.next ? undefined : 'handled')),
    });
  }

  /** Lambda follows the longest chain of those in a batch. */
  private lineage(batch: readonly QueueMessage[], step: Hop): Lineage {
    const fn = this.runner.function;
    const [parent] = batch.length === 1
      ? [batch[0].lineage]
      : batch.map(({ lineage }) => lineage).sort((one, other) => nextGeneration(fn, other) - nextGeneration(fn, one));
    return { function: fn, generation: nextGeneration(fn, parent), parent, step };
  }

  private failed(batch: readonly QueueMessage[], result: RunResult): Failures {
    if (result.kind === 'succeeded' && !this.settings.reportsFailures) {
      return new Map();
    }
    const reported = result.kind === 'succeeded' ? reportedFailures(result.payload, new Set(batch.map(({ id }) => id))) : undefined;
    return allOf(reported ? batch.filter(({ id }) => reported.has(id)) : batch, failure(result));
  }
}
