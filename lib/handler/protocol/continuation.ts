import { InvokeCommand } from '@aws-sdk/client-lambda';
import type { UnreadRequest } from './request';
import type { Deployment } from '../resource';
import { retrying } from '../retry/retrying';

/** Event that the handler sends itself if a request takes longer than one run. */
export interface ContinuedRequest {
  readonly continued: {
    readonly request: unknown;
    readonly state: unknown;

    /** Number of runs so far. */
    readonly runs: number;
  };
}

/** CloudFormation waits for one hour: four runs of 15 minutes, and as many that end early. */
const MOST_RUNS = 8;

/** Reads an event: one of CloudFormation begins a request, one of the handler continues it. */
export function unwrap(event: unknown): ContinuedRequest['continued'] {
  const { continued } = (event ?? {}) as Partial<ContinuedRequest>;
  return continued ?? { request: event, state: undefined, runs: 0 };
}

/**
 * Starts the next run.
 *
 * @param functionArn ARN of the handler itself
 * @throws Error if there were too many runs, or Lambda does not accept the event
 */
export async function handOver(functionArn: string, request: UnreadRequest, state: unknown, runs: number, deployment: Deployment): Promise<void> {
  if (runs >= MOST_RUNS) {
    throw new Error(`The handler was not done after ${MOST_RUNS} runs: its own timeout leaves too little time in each.`);
  }
  deployment.log('continue', { runs });
  const continued: ContinuedRequest = { continued: { request, state, runs } };
  const command = new InvokeCommand({ FunctionName: functionArn, InvocationType: 'Event', Payload: JSON.stringify(continued) });
  // Two runs may wait for the same outcome, but two runs without a state would do the work twice.
  await retrying(
    { name: 'the next run of the handler', repeatable: state !== null },
    () => deployment.lambda({ FunctionName: functionArn }).send(command),
    deployment,
  );
}
