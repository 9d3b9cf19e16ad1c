import type { Flag } from './custom-resource';
import type { LambdaTarget } from './lambda-target';

/** Properties of `Custom::LambdaDeployTimeInvocation`. */
export interface DeployTimeInvocationProperties extends LambdaTarget {
  readonly InvocationType: 'RequestResponse' | 'Event' | 'DryRun' | 'InvokeAsync';

  /**
   * Payload for each event of the lifecycle that invokes the function, as JSON text.
   *
   * An event that is not listed invokes nothing; an empty text invokes without a payload.
   */
  readonly Payloads: { readonly Create?: string; readonly Update?: string; readonly Delete?: string };

  /** Key in the payload for a `LifecycleEvent`; absent for none. */
  readonly LifecycleKey?: string;

  /** As JSON text; the handler encodes it. */
  readonly ClientContext?: string;
  readonly TenantId?: string;
  readonly DurableExecutionName?: string;

  /** Values that are not sent to the function. A change of one invokes it again. */
  readonly Triggers?: Record<string, string>;

  /** Whether to skip the invocation while the stack rolls back. An update invokes all the same if the app reads its result and no id keeps it. */
  readonly SkipOnRollback: Flag;

  /** Time for the invocation in seconds: for the synchronous answer, or for the outcome of an event. */
  readonly InvocationTimeout: string;

  /** Present if the handler waits for the outcome of an event. */
  readonly Outcome?: OutcomeProperties;

  /** Log group of the function, for error messages; absent to ask Lambda. */
  readonly LogGroupName?: string;

  /** Attributes that the app reads, see `INVOCATION_ATTRIBUTE`. The handler returns no others. */
  readonly Attributes?: readonly string[];

  /** Whether the physical id keeps the attributes, because no update invokes the function again. */
  readonly KeepAttributes?: Flag;

  /** Whether CloudFormation masks the attributes in its console and API. Not with `KeepAttributes`: a physical id is never masked. */
  readonly NoEcho?: Flag;
}

/** Way in which the handler learns the outcome of an event. */
export interface OutcomeProperties {
  /**
   * Queue for the records of success and failure of `FunctionName` and `Qualifier`, and for nothing else: the handler deletes all messages.
   *
   * It is in the Region of the function and in the account of the handler, which reads it with its own role.
   */
  readonly QueueUrl: string;
}

/** Attributes of an invocation for `Fn::GetAtt`; empty if Lambda returns no value. A path into the response follows `Response` and a dot, e.g. `Response.rows.0.id`. */
export const INVOCATION_ATTRIBUTE = {
  /** Whole response: the value of a JSON string, anything else as the function wrote it. */
  response: 'Response',
  statusCode: 'StatusCode',
  executedVersion: 'ExecutedVersion',
  requestId: 'RequestId',
  durableExecutionArn: 'DurableExecutionArn',
} as const;

/** Information about the deployment for the function. */
export interface LifecycleEvent {
  readonly action: 'create' | 'update' | 'delete';

  /** Request id of CloudFormation. A repeated request has the same, so it serves as idempotency key. */
  readonly requestId: string;

  /** Payload of the deployment before, on update and delete. */
  readonly previousPayload?: unknown;
}
