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

/** The context of one run. */
export function lambdaContext(
  { settings, arn }: SimulatedFunction,
  { requestId, version, qualifier, day, clientContext, tenantId }: {
    readonly requestId: string;
    readonly version: string;
    readonly qualifier?: string;

    /** On the simulator's clock. */
    readonly day: Date;
    readonly clientContext?: unknown;
    readonly tenantId?: string;
  },
): LambdaContext {
  const [date] = day.toISOString().split('T');
  return {
    awsRequestId: requestId,
    functionName: settings.name,
    functionVersion: version,
    invokedFunctionArn: qualifier === undefined ? arn : `${arn}:${qualifier}`,
    memoryLimitInMB: String(settings.memorySize),
    logGroupName: `/aws/lambda/${settings.name}`,
    logStreamName: `${date.replaceAll('-', '/')}/[${version}]${requestId.replaceAll('-', '')}`,
    ...(clientContext === undefined ? {} : { clientContext }),
    ...(tenantId === undefined ? {} : { tenantId }),
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => settings.timeout * 1000,
  };
}
