import { then, type State } from './states';
import { WRONG_INPUT } from './wrong-input';

/** Errors of Lambda and of the way to it: the worker did not run, or its answer was lost. */
const SERVICE_ERRORS = [
  'Lambda.ClientExecutionTimeoutException', 'Lambda.ServiceException', 'Lambda.AWSLambdaException', 'Lambda.SdkClientException', 'Lambda.TooManyRequestsException',
];

/** Every action of the worker may be repeated: plans are written anew, and the ledger knows what was sent. */
const RETRY = [
  { ErrorEquals: [WRONG_INPUT], MaxAttempts: 0 },
  { ErrorEquals: SERVICE_ERRORS, IntervalSeconds: 2, MaxAttempts: 8, BackoffRate: 2, MaxDelaySeconds: 60, JitterStrategy: 'FULL' },
  { ErrorEquals: ['States.ALL'], IntervalSeconds: 5, MaxAttempts: 3, BackoffRate: 2 },
];

/** Where the answer of a worker goes, and what follows. */
export interface TaskOptions {
  /** @default - the answer replaces the input */
  readonly resultPath?: string | null;

  /** @default - the task is the last state */
  readonly next?: string;
}

/** A state that asks a worker for an action. */
export function workerTask(functionArn: string, parameters: State, { resultPath, next }: TaskOptions = {}): State {
  return {
    Type: 'Task',
    Resource: functionArn,
    Parameters: parameters,
    ...resultPath === undefined ? {} : { ResultPath: resultPath },
    Retry: RETRY,
    ...then(next),
  };
}
