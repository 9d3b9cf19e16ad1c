import type { SimulatedFunction } from '../state';

/** What Lambda passes to a function beside the event. */
export interface LambdaContext {
  readonly awsRequestId: string;
  readonly functionName: string;

  /** The version that runs, also when it is called by an alias. */
  readonly functionVersion: string;

  /** With the qualifier that the caller used; without any if the caller used none. */
  readonly invokedFunctionArn: string;

  /** In MB, as text. */
  readonly memoryLimitInMB: string;
  readonly logGroupName: string;
  readonly logStreamName: string;

  /** Synchronous invocations only. */
  readonly clientContext?: unknown;
  readonly tenantId?: string;
  callbackWaitsForEmptyEventLoop: boolean;

  /** Time stands still while a function runs: always the whole timeout. */
  getRemainingTimeInMillis(): number;
}

/** What the context of one run is made of. */
interface ContextParts {
  readonly requestId: () => string;
  readonly version: string;
  readonly qualifier?: string;

  /** In milliseconds since 1970, on the simulator's clock. */
  readonly now: number;
  readonly clientContext?: unknown;
  readonly tenantId?: string;
}

/** The context of one run. What takes long to make is made when it is asked for: most handlers look at the event only. */
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
