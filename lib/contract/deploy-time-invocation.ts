import type { Flag } from './custom-resource';
import type { LambdaTarget } from './lambda-target';

/** The properties of `Custom::LambdaDeployTimeInvocation`. */
export interface DeployTimeInvocationProperties extends LambdaTarget {
  readonly InvocationType: 'RequestResponse' | 'Event' | 'DryRun' | 'InvokeAsync';

  /**
   * The payload for each event of the lifecycle that invokes, as JSON text.
   *
   * An event that is not listed invokes nothing; an empty text invokes without a payload.
   */
  readonly Payloads: { readonly Create?: string; readonly Update?: string; readonly Delete?: string };

  /** The key of the payload under which the function finds a `LifecycleEvent`; absent if it wants none. */
  readonly LifecycleKey?: string;

  /** As JSON text; the handler encodes it. */
  readonly ClientContext?: string;
  readonly TenantId?: string;
  readonly DurableExecutionName?: string;

  /** Not sent to the function: a change of any value invokes again. */
  readonly Triggers?: Record<string, string>;

  /** Whether to leave the function alone while the stack rolls back; an update runs it all the same if its result is read and was not kept. */
  readonly SkipOnRollback: Flag;

  /** How long the invocation may take, in seconds: the synchronous answer, or the outcome of an event. */
  readonly InvocationTimeout: string;

  /** Present if an event is followed to its end. */
  readonly Outcome?: OutcomeProperties;

  /** Where the function logs, for error messages; absent for that which Lambda tells. */
  readonly LogGroupName?: string;

  /** What is read of the result: see `INVOCATION_ATTRIBUTE`. Nothing else is returned. */
  readonly Attributes?: readonly string[];

  /** Whether the function runs only once, so that what is read of the result has to be kept. */
  readonly KeepAttributes?: Flag;

  /** Whether CloudFormation masks the attributes in its console and API. Not with `KeepAttributes`: a physical id is never masked. */
  readonly NoEcho?: Flag;
}

/** How the handler learns the outcome of an event. */
export interface OutcomeProperties {
  /**
   * Where the records of success and failure of `FunctionName` and `Qualifier` arrive, and nothing else: what is there is removed.
   *
   * In the Region of the function, and in the account of the handler, which reads it with its own role.
   */
  readonly QueueUrl: string;
}

/** What `Fn::GetAtt` can read of an invocation, empty where Lambda tells nothing; a path of the response follows `Response` after a dot, e.g. `Response.rows.0.id`. */
export const INVOCATION_ATTRIBUTE = {
  /** The whole response: a text as it is, anything else as JSON. */
  response: 'Response',
  statusCode: 'StatusCode',
  executedVersion: 'ExecutedVersion',
  requestId: 'RequestId',
  durableExecutionArn: 'DurableExecutionArn',
} as const;

/** What a function is told about the deployment if it wants to be. */
export interface LifecycleEvent {
  readonly action: 'create' | 'update' | 'delete';

  /** That of CloudFormation: the same if the deployment repeats itself, so it serves as idempotency key. */
  readonly requestId: string;

  /** The payload of the deployment before, on update and delete. */
  readonly previousPayload?: unknown;
}
