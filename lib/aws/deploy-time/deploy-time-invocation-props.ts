import type { Duration } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { DeployTimeEvent } from './deploy-time-event';
import type { InvocationType } from './invocation-type';
import type { DeployTimeTargetOptions } from './target';

/** Properties of `DeployTimeInvocation`. */
export interface DeployTimeInvocationProps extends DeployTimeTargetOptions {
  /**
   * Function, alias or version to invoke.
   *
   * A function that the app creates is invoked by its current version, unless `executeOnHandlerChange` is `false`.
   * Import a function that the app does not create, for example with `lambda.Function.fromFunctionArn`.
   * A function of another stack needs an alias there, or `executeOnHandlerChange: false`.
   */
  readonly function: lambda.IFunction;

  /**
   * Invocation type, which decides whether the deployment waits for the function.
   *
   * @default InvocationType.REQUEST_RESPONSE
   */
  readonly invocationType?: InvocationType;

  /**
   * Payload for the function: any JSON value, not its JSON text. It may contain tokens; numbers stay numbers.
   *
   * At most 6 MB, or 1 MB for events, checked at synth as far as it is known, and again at deployment. The payload
   * stands in the template once for each event in `invokeOn`, and a template has at most 1 MB.
   * The value of a token must not contain quotes or line breaks. A reference to a secret is refused, because CloudFormation
   * does not resolve it: pass the ARN of the secret, and let the function read the secret.
   *
   * The order of keys does not count: they are sorted. Outside TypeScript, jsii drops a member of a map whose value is
   * `None`, `null` or `nil`, and rounds integers beyond 2^53: pass a text instead. In a list, `None` arrives as `null`.
   *
   * @default - no payload
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
   */
  readonly payload?: any;

  /**
   * Payload on create, instead of `payload`.
   *
   * @default - `payload`
   */
  readonly payloadOnCreate?: any;

  /**
   * Payload on update, instead of `payload`.
   *
   * @default - `payload`
   */
  readonly payloadOnUpdate?: any;

  /**
   * Payload on delete, instead of `payload`. `invokeOn` must include `DeployTimeEvent.DELETE`.
   *
   * @default - `payload`
   */
  readonly payloadOnDelete?: any;

  /**
   * Events that invoke the function.
   *
   * `[DeployTimeEvent.CREATE]` invokes it once, and later deployments keep the values that you read from the result. They
   * stand in the physical id of the resource, where everyone can read them who may describe the stack.
   *
   * @default - on create and on update
   */
  readonly invokeOn?: DeployTimeEvent[];

  /**
   * Key that is added to the payload, with `{ action: 'create' | 'update' | 'delete', requestId, previousPayload? }`.
   *
   * The request id is the same if CloudFormation repeats its request, so the function can be idempotent.
   * The payload must be an object without that key, or be omitted.
   *
   * @default - the payload is sent unchanged
   */
  readonly lifecycleKey?: string;

  /**
   * Values that invoke the function again when one of them changes. They are not sent to the function.
   *
   * @default - none
   */
  readonly triggers?: { [key: string]: string };

  /**
   * Invokes the function again when its code or configuration changes.
   *
   * The function is then invoked by its `currentVersion`. Every change for which Lambda publishes a version counts: code,
   * environment, memory, timeout, role, and even the description. For an alias, the version that it points to counts, if the
   * app creates it. Changes of an imported function are not visible to the app.
   *
   * To invoke the function by changes of your choice only, set it to `false`, and name them in `triggers`.
   *
   * @default true
   */
  readonly executeOnHandlerChange?: boolean;

  /**
   * Invokes the function with every deployment.
   *
   * With `true`, the template differs with each synth, so there is always a change to deploy.
   *
   * @default false
   */
  readonly executeOnEveryDeployment?: boolean;

  /**
   * Constructs that CloudFormation creates before the invocation.
   *
   * @default - those that the invocation refers to
   */
  readonly executeAfter?: Construct[];

  /**
   * Constructs that wait for the invocation. If the invocation fails, CloudFormation does not change them.
   *
   * A construct that the function or the payload refers to is refused, because the two would wait for each other.
   *
   * @default - those that refer to the response
   */
  readonly executeBefore?: Construct[];

  /**
   * Masks the values that you read from the result, e.g. with `getResponse`, in the API and console of CloudFormation.
   *
   * The values stay readable where you put them, for example in an output. Refused if `invokeOn` does not list the update:
   * the values are then kept in the physical id of the resource, which CloudFormation never masks.
   *
   * @default false
   * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html
   */
  readonly noEcho?: boolean;

  /**
   * Skips the invocation while the stack rolls back.
   *
   * A rollback updates the invocation to its former properties, which would invoke the function again.
   *
   * @default - true, unless the app reads the response: a rollback needs it, too
   */
  readonly skipOnRollback?: boolean;

  /**
   * Timeout of a synchronous invocation, for a function whose own timeout the app does not know. At most 14 minutes.
   *
   * @default - the timeout of the function; 14 minutes if the app does not know it
   */
  readonly timeout?: Duration;

  /**
   * Makes the deployment wait for the outcome of an event, up to one hour, and fail if the event fails.
   *
   * The function must be in the same stack. The handler invokes it by an alias that only the deployment uses, and
   * receives the record from a queue of the construct. The first deployment waits three minutes until the config of the
   * alias is in force.
   *
   * @default false
   */
  readonly awaitOutcome?: boolean;

  /**
   * Number of retries of the awaited event: 0, 1 or 2. The first retry starts after one minute.
   *
   * @default 0
   */
  readonly retryAttempts?: number;

  /**
   * Maximum age of the awaited event, retries included.
   *
   * @default - 5 minutes, or longer if the retries need it
   */
  readonly maxEventAge?: Duration;

  /**
   * Client context for the function, for example `{ custom: { … } }`; at most 3,583 bytes encoded.
   *
   * For synchronous invocations only: Lambda does not pass the client context of an event to the function.
   * What holds for the keys and values of `payload` holds here, too.
   *
   * @default - none
   */
  readonly clientContext?: any;

  /**
   * Id of the tenant, 1 to 256 characters. Required for a function with tenant isolation.
   *
   * @default - none
   */
  readonly tenantId?: string;

  /**
   * Name of the execution of a durable function, 1 to 64 letters, digits, hyphens and underscores.
   *
   * Lambda does not start an execution with the same name and payload again, and refuses the same name with another
   * payload. To start an execution on update, change the name.
   *
   * @default - Lambda generates a name
   */
  readonly durableExecutionName?: string;

  /**
   * Sends an event by the operation InvokeAsync.
   *
   * @default false
   * @deprecated Lambda deprecates InvokeAsync; use `invocationType: InvocationType.EVENT`
   */
  readonly useInvokeAsync?: boolean;
}
