import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { aliasViolations } from './alias-routing';
import { FailureQueue } from './failure-queue';
import { ALIAS_OF_LATEST } from '../../constraints/aws-lambda/alias';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { invalid } from '../../constraints/invalid';
import { quoted } from '../../constraints/violation';
import { warn } from '../../provider/warning';
import { AsyncInvokeConfig } from '../config/async-invoke-config';
import type { AsyncInvokeConfigOptions } from '../config/async-invoke-options';
import { AsyncDestination } from '../destinations/async-destination';
import { unqualified, versionOf } from '../target/invocation-target';

/** Options that an alias with its config has, whoever makes the function. */
export interface AsyncAliasOptions extends AsyncInvokeConfigOptions {
  /**
   * The name of the alias.
   *
   * 1 to 128 letters, digits, hyphens and underscores, not all digits.
   *
   * @default 'live'
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html
   */
  readonly aliasName?: string;

  /**
   * Whether `$LATEST` is configured like the alias.
   *
   * It is what callers reach who name the function without a qualifier.
   *
   * @default true
   */
  readonly configureLatest?: boolean;
}

/** Properties of `AsyncAlias`. */
export interface AsyncAliasProps extends AsyncAliasOptions {
  /**
   * The function: any that the app makes, or an imported one with `version`.
   *
   * A version may stand for its function, and an alias for the version that it points to.
   */
  readonly function: lambda.IFunction;

  /**
   * The version to which the alias points.
   *
   * @default - the version given as `function`, otherwise the current version of the function
   */
  readonly version?: lambda.IVersion;

  /**
   * A second version that takes a share of the invocations. At most one.
   *
   * The weight is a number between 0 and 1.
   *
   * @default - all invocations go to `version`
   */
  readonly additionalVersions?: lambda.VersionWeight[];

  /**
   * What the alias is for, up to 256 characters.
   *
   * @default - no description
   */
  readonly description?: string;

  /**
   * The provisioned concurrency of the alias, at least 1.
   *
   * @default - no provisioned concurrency
   */
  readonly provisionedConcurrentExecutions?: number;
}

/**
 * An alias of a function that is ready to be invoked asynchronously: the current
 * version, the alias, its config, and a queue for failures.
 *
 * The failure queue is made unless `onFailure` is given; it is encrypted, reached
 * by TLS only and keeps records for 14 days. `onFailure: AsyncDestination.none()`
 * declines it.
 *
 * @throws Error for an alias that Lambda refuses, and as `AsyncInvokeConfig` does
 */
export class AsyncAlias extends lambda.Alias {
  /** The queue for failures, unless another destination was given. */
  public readonly failureQueue?: sqs.IQueue;

  constructor(scope: Construct, id: string, props: AsyncAliasProps) {
    const path = `${scope.node.path}/${id}`;
    const routing = {
      aliasName: props.aliasName ?? 'live',
      version: props.version ?? givenVersion({ node: { path } }, props.function),
      additionalVersions: props.additionalVersions,
      description: props.description,
      provisionedConcurrentExecutions: props.provisionedConcurrentExecutions,
    };
    const violations = aliasViolations(scope, unqualified(props.function), routing);
    if (violations.length > 0) {
      throw invalid({ node: { path } }, ...violations);
    }
    super(scope, id, routing);
    if (routing.version.version === LATEST) {
      warn(this.node.defaultChild!, ALIAS_OF_LATEST, 'version', quoted(LATEST));
    }
    if (!props.onFailure) {
      this.failureQueue = new FailureQueue(this, 'FailureQueue');
    }
    const settings: AsyncInvokeConfigOptions = {
      maxEventAge: props.maxEventAge,
      retryAttempts: props.retryAttempts,
      onFailure: this.failureQueue ? AsyncDestination.queue(this.failureQueue) : props.onFailure,
      onSuccess: props.onSuccess,
      skipPermissions: props.skipPermissions,
    };
    new AsyncInvokeConfig(this, 'AsyncInvokeConfig', { function: this, ...settings });
    if (props.configureLatest ?? true) {
      new AsyncInvokeConfig(this, 'LatestAsyncInvokeConfig', { function: this.version.lambda, ...settings });
    }
  }
}

function givenVersion(scope: Parameters<typeof invalid>[0], fn: lambda.IFunction): lambda.IVersion {
  const version = versionOf(fn);
  if (!version) {
    throw invalid(scope, `\`version\` must be given for a function that the app does not make, got: none for ${fn.node.path}. Import one with \`Version.fromVersionAttributes\`.`);
  }
  return version;
}
