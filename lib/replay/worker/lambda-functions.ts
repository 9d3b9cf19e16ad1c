import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { Answer, Call, Functions } from '../run/functions';

/** Statuses that do not tell whether the event is in the queue of Lambda. */
const UNCLEAR = [500, 502, 504];

/**
 * Errors of a status above that Lambda throws before it takes the event.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
const BEFORE_THE_QUEUE = /^(EC2|ENI|Subnet|InvalidSecurityGroup|InvalidSubnet|InvalidRuntime|InvalidZipFile|KMS|ResourceNotReady)/;

/** Statuses that pass by themselves, and mean that the event is not in the queue. */
const PASSING = [408, 409, 429, 503];

/** Steps of Node before it sends anything. */
const BEFORE_SENDING = ['connect', 'getaddrinfo'];

/** Errors that Lambda throws for a conflict that stays. */
const LASTING_CONFLICTS = ['DurableExecutionAlreadyStartedException', 'CodeArtifactUserFailedException'];

/** Functions of AWS Lambda. */
export class LambdaFunctions implements Functions {
  constructor(private readonly client: LambdaClient) {}

  async invoke({ target, text, executionName }: Call): Promise<Answer> {
    const command = new InvokeCommand({ FunctionName: target, InvocationType: 'Event', Payload: new TextEncoder().encode(text) });
    if (executionName !== undefined) {
      // The SDK of the runtime may be older than the parameter, and would leave it out in silence.
      command.middlewareStack.add(next => call => {
        (call.request as { headers: Record<string, string> }).headers['x-amz-durable-execution-name'] = executionName;
        return next(call);
      }, { step: 'build', name: 'executionName' });
    }
    try {
      const { $metadata, StatusCode } = await this.client.send(command);
      return StatusCode === 202
        ? { kind: 'accepted', ...$metadata.requestId !== undefined && { newId: $metadata.requestId } }
        : { kind: 'unknown', error: `Status${StatusCode}` };
    } catch (error) {
      return answerOf(error as ServiceError);
    }
  }
}

interface ServiceError {
  readonly name: string;
  readonly message?: string;
  readonly syscall?: string;
  readonly retryAfterSeconds?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly $response?: { readonly statusCode?: number; readonly headers?: Readonly<Record<string, string>> };
}

/** What an error of the SDK means. If Lambda may have accepted the event, the answer is unknown. */
export function answerOf(thrown: ServiceError): Answer {
  const { name: error = 'Error', message = '', syscall = '', $metadata, $response } = thrown;
  const status = $metadata?.httpStatusCode ?? $response?.statusCode;
  if (status === undefined) {
    const isUnsent = BEFORE_SENDING.includes(syscall) || /did not establish a connection/.test(message) || error === 'CredentialsProviderError';
    return isUnsent ? { kind: 'throttled', error } : { kind: 'unknown', error };
  }
  if (PASSING.includes(status) && !LASTING_CONFLICTS.includes(error)) {
    const seconds = Number($response?.headers?.['retry-after'] ?? thrown.retryAfterSeconds);
    return { kind: 'throttled', error, ...seconds > 0 && { retryAfter: seconds * 1000 } };
  }
  if (status < 400 || (UNCLEAR.includes(status) && !BEFORE_THE_QUEUE.test(error))) {
    return { kind: 'unknown', error };
  }
  return { kind: 'refused', error };
}
