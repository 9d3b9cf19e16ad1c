import type { SimulatedFunction } from '../state';

/** The second argument that Lambda passes to a function, after the event. */
export interface LambdaContext {
  readonly awsRequestId: string;
  readonly functionName: string;

  /** The version that runs, even if the caller named an alias. */
  readonly functionVersion: string;

  /** The ARN of the function, with the qualifier of the caller if there was one. */
  readonly invokedFunctionArn: string;

  /** The memory in MB, as a string. */
  readonly memoryLimitInMB: string;
  readonly logGroupName: string;
  readonly logStreamName: string;

  /** The client context of a synchronous invocation. */
  readonly clientContext?: unknown;
  readonly tenantId?: string;
  callbackWaitsForEmptyEventLoop: boolean;

  /** The whole timeout, in milliseconds: the simulator's clock stands still while a function runs. */
  getRemainingTimeInMillis(): number;
}

/** The parts of the context of one run. */
interface ContextParts {
  readonly requestId: () => string;
  readonly version: string;
  readonly qualifier?: string;

  /** In milliseconds since 1970, on the simulator's clock. */
  readonly now: number;
  readonly clientContext?: unknown;
  readonly tenantId?: string;
}

/** The context of one run. Costly members are made when they are read, because most handlers only read the event. */
export function lambdaContext({ settings, arn }: SimulatedFunction, parts: ContextParts): LambdaContext {
  const { requestId, version, qualifier, now, clientContext, tenantId } = parts;
  return {
    get awsRequestId() {
      return requestId();
    },
    functionName: settings.name,
    functionVersion: version,
    invokedFunctionArn: qualifier === undefined ? arn : `${arn}:${qualifier}`,
    memoryLimitInMB: String(settings.memorySize),
    logGroupName: `/aws/lambda/${settings.name}`,
    get logStreamName() {
      const [date] = new Date(now).toISOString().split('T');
      return `${date.replaceAll('-', '/')}/[${version}]${requestId().replaceAll('-', '')}`;
    },
    clientContext,
    tenantId,
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => settings.timeout * 1000,
  };
}
