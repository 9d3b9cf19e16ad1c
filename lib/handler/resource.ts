import type { LambdaClient } from '@aws-sdk/client-lambda';
import type { Clock } from './clock';
import type { CustomResourceRequest } from '../contract/custom-resource';
import type { LambdaTarget } from '../contract/lambda-target';

/** Writes one line of JSON. Nothing of a payload, a response or a URL may get here. */
export type Log = (step: string, facts?: Readonly<Record<string, string | number | boolean | undefined>>) => void;

/** What a resource may use while it works on one request. */
export interface Deployment {
  readonly clock: Clock;
  readonly log: Log;

  /** What an earlier run on the same request handed over; absent in the first. */
  readonly state?: unknown;

  /** Milliseconds until the answer has to be begun. */
  remaining(): number;

  /** A client that reaches the target; it never tries anything a second time by itself. */
  lambda(target: LambdaTarget): LambdaClient;
}

/** What came of a request. */
export interface Result {
  /** Absent on update to keep the id: another one, e.g. since the target has changed, is a replacement, and a Delete of the old id follows. */
  readonly physicalResourceId?: string;

  /** What `Fn::GetAtt` reads. */
  readonly data?: Readonly<Record<string, string>>;

  /** Whether CloudFormation shows the data as asterisks. */
  readonly noEcho?: boolean;

  /** Takes back what was done, in case the answer cannot be delivered: CloudFormation then takes the request for failed. */
  readonly undo?: (deployment: Deployment) => Promise<void>;
}

/** Thrown by a create that failed and could not be undone. With an id of its own, the Delete that follows tries again. */
export class Unfinished extends Error {
  constructor(cause: unknown, readonly physicalResourceId: string) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'Unfinished';
  }
}

/** Instead of a result: there was too little time left, so the next run shall go on. */
export interface Continuation {
  /** For `Deployment.state`, as JSON; `null` if nothing has been done yet. */
  readonly continueWith: unknown;
}

/** What happens to a custom resource. Whatever is thrown fails the request; its message is what users read. */
export interface Resource<Properties = Record<string, unknown>> {
  create(request: CustomResourceRequest<Properties>, deployment: Deployment): Promise<Result | Continuation>;
  update(request: CustomResourceRequest<Properties>, deployment: Deployment): Promise<Result | Continuation>;

  /** Never called after a failed create. The id may be one that CloudFormation made up for a create that never answered. */
  delete(request: CustomResourceRequest<Properties>, deployment: Deployment): Promise<Result | Continuation>;
}
