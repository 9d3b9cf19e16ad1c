import { InvokeCommand } from '@aws-sdk/client-lambda';
import type { UnreadRequest } from './request';
import type { Deployment } from '../resource';
import { retrying } from '../retry/retrying';

/** What the handler sends itself, when a request takes longer than one run of it. */
export interface ContinuedRequest {
  readonly continued: {
    readonly request: unknown;
    readonly state: unknown;

    /** How many runs there have been so far. */
    readonly runs: number;
  };
}

/** One hour, which is all that CloudFormation waits, in runs of a quarter of an hour; and as many again that were short. */
const MOST_RUNS = 8;

/** Takes an event apart: one of CloudFormation begins, one of ours goes on. */
export function unwrap(event: unknown): ContinuedRequest['continued'] {
  const { continued } = (event ?? {}) as Partial<ContinuedRequest>;
  return continued ?? { request: event, state: undefined, runs: 0 };
}

/**
 * Lets the next run go on.
 *
 * @param functionArn of the handler itself
 * @throws Error when there were too many runs, or Lambda does not take the event
 */
export async function handOver(functionArn: string, request: UnreadRequest, state: unknown, runs: number, deployment: Deployment): Promise<void> {
  if (runs >= MOST_RUNS) {
    throw new Error(`The handler was not done after ${MOST_RUNS} runs: its own timeout leaves too little time in each.`);
  }
  deployment.log('continue', { runs });
  const continued: ContinuedRequest = { continued: { request, state, runs } };
  const command = new InvokeCommand({ FunctionName: functionArn, InvocationType: 'Event', Payload: JSON.stringify(continued) });
  // Two runs that wait for the same do no harm, but two that have yet to begin would begin twice.
  await retrying(
    { name: 'the next run of the handler', repeatable: state !== null },
    () => deployment.lambda({ FunctionName: functionArn }).send(command),
    deployment,
  );
}
