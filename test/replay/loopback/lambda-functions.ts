import type { Answer, ReceivedRequest } from '../../handler/loopback/scripted-server';

/** An event that Lambda has accepted. */
export interface Accepted {
  readonly target: string;
  readonly text: string;
  readonly newId: string;
  readonly executionName?: string;
}

/** What happens to one call. `lost` accepts the event, and breaks the line before the answer. */
export type Fault = 'throttle' | 'refuse' | 'unclear' | 'reset' | 'lost';

/** Asynchronous invocation of Lambda behind HTTP. */
export class LambdaFunctionsServer {
  readonly accepted: Accepted[] = [];

  /** Faults of the next calls. */
  faults: (Fault | undefined)[] = [];

  answer({ path, headers, body }: ReceivedRequest): Answer {
    if (headers['x-amz-invocation-type'] !== 'Event') {
      return failure(400, 'InvalidParameterValueException');
    }
    const fault = this.faults.shift();
    switch (fault) {
      case 'throttle': return failure(429, 'TooManyRequestsException');
      case 'refuse': return failure(404, 'ResourceNotFoundException');
      case 'unclear': return failure(500, 'ServiceException');
      case 'reset': return 'reset';
    }
    const newId = `00000000-0000-4000-9000-${String(this.accepted.length + 1).padStart(12, '0')}`;
    const executionName = headers['x-amz-durable-execution-name'] as string | undefined;
    const repeated = executionName !== undefined && this.accepted.find(event => event.executionName === executionName);
    if (!repeated) {
      this.accepted.push({ target: /functions\/(.*)\/invocations/.exec(path)![1], text: body, newId, ...executionName !== undefined && { executionName } });
    }
    return fault === 'lost' ? 'reset' : { status: 202, headers: { 'x-amzn-requestid': newId }, body: '' };
  }
}

function failure(status: number, name: string): Answer {
  return { status, headers: { 'x-amzn-errortype': name }, body: { message: name } };
}
