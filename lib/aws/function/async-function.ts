import type * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { AsyncAlias } from './async-alias';

/**
 * Properties of `AsyncFunction`: those of a function, of which the asynchronous
 * ones (`maxEventAge`, `retryAttempts`, `onFailure`, `onSuccess`) go to the alias.
 */
export interface AsyncFunctionProps extends lambda.FunctionProps {
  /**
   * The name of the alias.
   *
   * 1 to 128 letters, digits, hyphens and underscores, not all digits.
   *
   * @default 'live'
   */
  readonly aliasName?: string;

  /**
   * Whether `$LATEST` is configured like the alias.
   *
   * @default true
   */
  readonly configureLatest?: boolean;

  /**
   * Whether the execution role has the permissions already that its destinations need.
   *
   * @default false
   */
  readonly skipPermissions?: boolean;
}

/**
 * A function that is invoked asynchronously, by its alias.
 *
 * A `lambda.Function` with an `AsyncAlias`: `grantInvoke` and event sources go to
 * the alias. Where a construct takes the function for itself, as the targets of
 * rules and of bucket notifications do, give it `alias`.
 *
 * @throws Error as `AsyncAlias` does
 */
export class AsyncFunction extends lambda.Function {
  /** The alias that callers should name. */
  public readonly alias: AsyncAlias;

  /** The queue for failures, unless another destination was given. */
  public readonly failureQueue?: sqs.IQueue;

  constructor(scope: Construct, id: string, props: AsyncFunctionProps) {
    const { aliasName, configureLatest, maxEventAge, retryAttempts, onFailure, onSuccess, skipPermissions, events, ...functionProps } = props;
    super(scope, id, functionProps);
    this.alias = new AsyncAlias(this, 'Alias', {
      function: this, aliasName, configureLatest, maxEventAge, retryAttempts, onFailure, onSuccess, skipPermissions,
    });
    this.failureQueue = this.alias.failureQueue;
    events?.forEach(source => this.addEventSource(source));
  }

  public grantInvoke(grantee: iam.IGrantable): iam.Grant {
    return this.alias.grantInvoke(grantee);
  }

  public addEventSource(source: lambda.IEventSource): void {
    this.alias.addEventSource(source);
  }

  public addEventSourceMapping(id: string, options: lambda.EventSourceMappingOptions): lambda.EventSourceMapping {
    return this.alias.addEventSourceMapping(id, options);
  }
}
