import type { PipeContext } from '../matching/pipe-input';

/** What an enrichment or a target gets of one event: JSON. */
export type PipeInput = (event: object, context: PipeContext) => string;

/** A function or service to which a pipe passes events, after the deployment. */
export interface PipeStage {
  readonly arn: string;

  /** The reason why the role of the pipe certainly may not use it. */
  readonly problem?: string;
  readonly input: PipeInput;
}

/** The parameters of an event on a bus: texts, or paths in the event that begin with `$.`. */
export interface BusParameters {
  readonly source?: string;
  readonly detailType?: string;
  readonly resources?: readonly string[];
}

/** The target of a pipe, after the deployment. */
export interface PipeTarget extends PipeStage {
  readonly bus: BusParameters;

  /** The message group of a FIFO queue, or a path. */
  readonly groupId?: string;

  /** The deduplication id of a FIFO queue, or a path. */
  readonly deduplicationId?: string;
}
