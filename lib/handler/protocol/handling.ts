import { answer } from './answer';
import { answerOrUndo } from './answer-or-undo';
import { handOver, unwrap } from './continuation';
import { Deadline } from './deadline';
import { failedCreateId, isFailedCreate } from './failed-create';
import { wordsOf } from './failure';
import { logOf } from './log';
import { RepeatedRequests } from './repeated-requests';
import { addressee, readRequest, type UnreadRequest } from './request';
import { failed, succeeded } from './response';
import type { CustomResourceRequest, CustomResourceResponse } from '../../contract/custom-resource';
import type { Clock } from '../clock';
import { Unfinished, type Continuation, type Deployment, type Resource, type Result } from '../resource';

/** Parts that the handler is made of. */
export interface Handling {
  readonly resources: Readonly<Record<string, Resource<any>>>;
  readonly clock: Clock;

  /**
   * Makes new clients for each run.
   *
   * Lambda freezes the process between runs, so a connection from an earlier run may be dead. A call on it
   * would break off, and the handler could not tell whether the service received it.
   */
  readonly clients: () => Deployment['lambda'];

  /** Writes a line of the log. */
  readonly write: (line: string) => void;
}

/** Part of the Lambda context that the handler uses. */
export interface Context {
  readonly invokedFunctionArn: string;
  getRemainingTimeInMillis(): number;
}

/**
 * Makes the function that Lambda calls. It answers each request exactly once and in time.
 *
 * Resources return or throw; this function turns that into the answer.
 */
export function handling({ resources, clients, clock, write }: Handling): (event: unknown, context: Context) => Promise<void> {
  const repeated = new RepeatedRequests();
  return async (event, context) => {
    const deadline = new Deadline(clock, context.getRemainingTimeInMillis());
    const { request: original, state, runs } = unwrap(event);
    const request = addressee(original);
    const log = logOf(request, write);
    const lambda = clients();
    let undo: Result['undo'];
    const work = async (): Promise<CustomResourceResponse | undefined> => {
      log('begin', { runs });
      try {
        const deployment: Deployment = { clock, log, state, lambda, remaining: () => deadline.remaining() };
        const outcome = await deadline.meet(perform(resources, readRequest(request), deployment));
        if ('continueWith' in outcome) {
          await deadline.meet(handOver(context.invokedFunctionArn, request, outcome.continueWith, runs + 1, deployment));
          return undefined;
        }
        undo = outcome.undo;
        return succeeded(request, outcome.physicalResourceId ?? physicalIdOf(request) ?? request.RequestId, outcome);
      } catch (error) {
        log('failed', { error: error instanceof Error ? error.name : typeof error });
        const { message, logLines } = wordsOf(error instanceof Unfinished ? error.cause : error);
        const id = error instanceof Unfinished ? error.physicalResourceId : failedCreateId(request.LogicalResourceId);
        return failed(request, physicalIdOf(request) ?? id, message, logLines);
      }
    };
    const deliver = (response: CustomResourceResponse): Promise<void> => undo === undefined
      ? answer(response, request.ResponseURL, deadline, clock, log)
      : answerOrUndo(response, undo, { deadline, request, clock, log, lambda });
    await repeated.once(request, runs, work, deliver);
  };
}

async function perform(resources: Handling['resources'], request: CustomResourceRequest, deployment: Deployment): Promise<Result | Continuation> {
  const { ResourceType, RequestType, PhysicalResourceId } = request;
  const resource = Object.hasOwn(resources, ResourceType) ? resources[ResourceType] : undefined;
  if (resource === undefined) {
    throw new Error(`\`ResourceType\` of the request must be one of ${Object.keys(resources).join(', ')}, got: ${JSON.stringify(ResourceType)}`);
  }
  switch (RequestType) {
    case 'Create': return resource.create(request, deployment);
      // The stack did not roll back a failed create.
    case 'Update': return isFailedCreate(PhysicalResourceId) ? resource.create(request, deployment) : resource.update(request, deployment);
    case 'Delete': return isFailedCreate(PhysicalResourceId) ? {} : resource.delete(request, deployment);
  }
}

/** Present physical id of a resource; nothing for a resource that is being created. */
function physicalIdOf({ RequestType, PhysicalResourceId }: UnreadRequest): string | undefined {
  const isNew = RequestType === 'Create' || (RequestType === 'Update' && isFailedCreate(PhysicalResourceId));
  return isNew || typeof PhysicalResourceId !== 'string' ? undefined : PhysicalResourceId;
}
