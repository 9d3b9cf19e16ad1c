import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { Clock } from './clock';
import type { CustomResourceRequest } from '../contract/custom-resource';
import type { LambdaTarget } from '../contract/lambda-target';

/** Writes one line of JSON. Never pass payloads, responses or URLs. */
export type Log = (step: string, facts?: Readonly<Record<string, string | number | boolean | undefined>>) => void;

/** Means of a resource while it works on one request. */
export interface Deployment {
  readonly clock: Clock;
  readonly log: Log;

  /** State from the run before on the same request; absent in the first run. */
  readonly state?: unknown;

  /** Milliseconds until the handler has to begin its answer. */
  remaining(): number;

  /** Client for the target. It never retries by itself. */
  lambda(target: LambdaTarget): LambdaClient;
}

/** Result of a request. */
export interface Result {
  /** Absent on update to keep the id. A new id, e.g. for a new target, is a replacement: CloudFormation then sends a Delete for the old one. */
  readonly physicalResourceId?: string;

  /** Values for `Fn::GetAtt`. */
  readonly data?: Readonly<Record<string, string>>;

  /** Whether CloudFormation masks the data. */
  readonly noEcho?: boolean;

  /** Undoes the work, for the case that the answer cannot be delivered: CloudFormation then treats the request as failed. */
  readonly undo?: (deployment: Deployment) => Promise<void>;
}

/** Thrown by a create that failed and could not be undone. With an id of its own, the Delete that follows tries again. */
export class Unfinished extends Error {
  constructor(cause: unknown, readonly physicalResourceId: string) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'Unfinished';
  }
}

/** Given in place of a result if the time of a run is over: the next run goes on. */
export interface Continuation {
  /** State for `Deployment.state`, as JSON; `null` if the run has done nothing yet. */
  readonly continueWith: unknown;
}

/** Work on a custom resource. An error fails the request; users read its message. */
export interface Resource<Properties = Record<string, unknown>> {
  create(request: CustomResourceRequest<Properties>, deployment: Deployment): Promise<Result | Continuation>;
  update(request: CustomResourceRequest<Properties>, deployment: Deployment): Promise<Result | Continuation>;

  /** Not called after a failed create that was undone. If a create never answered, the id is one that CloudFormation made up. */
  delete(request: CustomResourceRequest<Properties>, deployment: Deployment): Promise<Result | Continuation>;
}
