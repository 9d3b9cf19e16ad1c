import type { Duration } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { DeployTimeEvent } from './deploy-time-event';
import type { InvocationType } from './invocation-type';
import type { DeployTimeTargetOptions } from './target';

/** Properties of `DeployTimeInvocation`. */
export interface DeployTimeInvocationProps extends DeployTimeTargetOptions {
  /**
   * What is invoked: any function, alias or version; one that the app does not make by
   * `lambda.Function.fromFunctionArn`, `fromFunctionName` or the like.
   *
   * A function that the app makes is invoked by its current version, unless `executeOnHandlerChange` is false.
   */
  readonly function: lambda.IFunction;

  /**
   * Whether the deployment waits for the function.
   *
   * @default InvocationType.REQUEST_RESPONSE
   */
  readonly invocationType?: InvocationType;

  /**
   * What the function gets: anything that is JSON, with values in it that only the deployment knows.
   *
   * Numbers stay numbers. Up to 6 MB, for events 1 MB, checked now as far as it is known, and otherwise at deployment;
   * but it stands in the template, which takes 1 MB in all, once for each event that invokes.
   * A value that only the deployment knows may have no quotes or line breaks in it.
   *
   * @default - no payload
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
   */
  readonly payload?: any;

  /**
   * What the function gets on create instead of `payload`.
   *
   * @default - `payload`
   */
  readonly payloadOnCreate?: any;

  /**
   * What the function gets on update instead of `payload`.
   *
   * @default - `payload`
   */
  readonly payloadOnUpdate?: any;

  /**
   * What the function gets on delete instead of `payload`. `invokeOn` has to list the delete.
   *
   * @default - `payload`
   */
  readonly payloadOnDelete?: any;

  /**
   * When the function is invoked.
   *
   * `[DeployTimeEvent.CREATE]` invokes it once. What is read of the response is kept then.
   *
   * @default - on create and on update
   */
  readonly invokeOn?: DeployTimeEvent[];

  /**
   * The key of the payload under which the function finds
   * `{ action: 'create' | 'update' | 'delete', requestId, previousPayload? }`.
   *
   * The request id is the same if the deployment repeats itself, so it makes the function idempotent.
   * The payload has to be an object, without that key, or to be left out.
   *
   * @default - the payload is sent as it is
   */
  readonly lifecycleKey?: string;

  /**
   * Values that are not sent to the function: it is invoked again if one of them changes.
   *
   * @default - none
   */
  readonly triggers?: { [key: string]: string };

  /**
   * Whether the function is invoked again when its code or configuration has changed.
   *
   * For that, a function is invoked by its `currentVersion`. For an alias, the version to which
   * it points counts, if the app makes it; an imported function does not tell.
   *
   * @default true
   */
  readonly executeOnHandlerChange?: boolean;

  /**
   * Whether the function is invoked by every deployment.
   *
   * The template then differs with each synth, so that there is always something to deploy.
   *
   * @default false
   */
  readonly executeOnEveryDeployment?: boolean;

  /**
   * Constructs that have to be there before the invocation.
   *
   * @default - those that the invocation refers to
   */
  readonly executeAfter?: Construct[];

  /**
   * Constructs that wait for the invocation: if it fails, they stay as they are.
   *
   * Nothing that the function or the payload refers to, which would be a circle.
   *
   * @default - those that refer to the response
   */
  readonly executeBefore?: Construct[];

  /**
   * Whether the function is left alone while the stack rolls back.
   *
   * A rollback updates the invocation to what it was before, which would invoke the function once more.
   *
   * @default - true, unless the response is read: a rollback needs it, too
   */
  readonly skipOnRollback?: boolean;

  /**
   * How long the synchronous invocation of a function may take whose timeout the app does not know. Up to 14 minutes.
   *
   * @default - what follows from the timeout of the function; 14 minutes if the app does not know it
   */
  readonly timeout?: Duration;

  /**
   * Whether the deployment waits for the outcome of an event, and fails if it failed: up to one hour.
   *
   * For a function of the same stack. It is invoked through an alias that only the deployment uses, whose
   * records go to a queue of the construct. The first deployment waits three minutes until that is in force.
   *
   * @default false
   */
  readonly awaitOutcome?: boolean;

  /**
   * How many times an event is tried again whose outcome is awaited: 0, 1 or 2. The first retry comes after one minute.
   *
   * @default 0
   */
  readonly retryAttempts?: number;

  /**
   * How long an event may wait whose outcome is awaited, retries included.
   *
   * @default - 5 minutes, or what the retries need
   */
  readonly maxEventAge?: Duration;

  /**
   * What the function finds as client context, e.g. `{ custom: { … } }`; encoded up to 3,583 bytes.
   *
   * For synchronous invocations only: Lambda passes none on with events.
   *
   * @default - none
   */
  readonly clientContext?: any;

  /**
   * The tenant whom the invocation is for, 1 to 256 characters; functions with tenant isolation need one.
   *
   * @default - none
   */
  readonly tenantId?: string;

  /**
   * The name of the execution of a durable function, 1 to 64 letters, digits, hyphens and underscores.
   *
   * The same name with the same payload is the same execution, which is not started twice, and with another payload, it
   * is refused. So an update that is to start one needs another name.
   *
   * @default - Lambda names it
   */
  readonly durableExecutionName?: string;

  /**
   * Whether an event is sent by the operation InvokeAsync.
   *
   * @default false
   * @deprecated by Lambda: `invocationType: InvocationType.EVENT` does all that it does
   */
  readonly useInvokeAsync?: boolean;
}
