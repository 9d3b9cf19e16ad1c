import type * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { AsyncAlias } from './async-alias';

/**
 * Properties of `AsyncFunction`: those of a function and of its alias.
 *
 * The settings of asynchronous invocation (`maxEventAge`, `retryAttempts`, `onFailure`, `onSuccess`) apply to the alias.
 */
export interface AsyncFunctionProps extends lambda.FunctionProps {
  /**
   * Name of the alias.
   *
   * 1 to 128 letters, digits, hyphens and underscores, not all digits.
   *
   * @default 'live'
   */
  readonly aliasName?: string;

  /**
   * Configures `$LATEST` like the alias.
   *
   * `$LATEST` serves callers that omit the qualifier.
   *
   * @default true
   */
  readonly configureLatest?: boolean;

  /**
   * Skips granting; the execution role already has the permissions that its destinations need.
   *
   * @default false
   */
  readonly skipPermissions?: boolean;
}

/**
 * Function with an alias for asynchronous invocation.
 *
 * A `lambda.Function` with an `AsyncAlias`. `grantInvoke` and event sources use the alias. Other constructs, such as
 * the targets of rules and bucket notifications, use exactly what you pass: pass `alias` to them.
 *
 * @throws Error if `AsyncAlias` refuses the settings
 */
export class AsyncFunction extends lambda.Function {
  /** Alias for callers to invoke. */
  readonly alias: AsyncAlias;

  /** Queue for the records of failed events; undefined if `onFailure` is given. */
  readonly failureQueue?: sqs.IQueue;

  constructor(scope: Construct, id: string, props: AsyncFunctionProps) {
    const { aliasName, configureLatest, maxEventAge, retryAttempts, onFailure, onSuccess, skipPermissions, events, ...functionProps } = props;
    super(scope, id, functionProps);
    this.alias = new AsyncAlias(this, 'Alias', {
      function: this, aliasName, configureLatest, maxEventAge, retryAttempts, onFailure, onSuccess, skipPermissions,
    });
    this.failureQueue = this.alias.failureQueue;
    events?.forEach(source => this.addEventSource(source));
  }

  grantInvoke(grantee: iam.IGrantable): iam.Grant {
    return this.alias.grantInvoke(grantee);
  }

  addEventSource(source: lambda.IEventSource): void {
    this.alias.addEventSource(source);
  }

  addEventSourceMapping(id: string, options: lambda.EventSourceMappingOptions): lambda.EventSourceMapping {
    return this.alias.addEventSourceMapping(id, options);
  }
}
