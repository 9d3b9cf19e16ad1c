import { Resource, type CfnResource } from 'aws-cdk-lib';
import type * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { sameNames } from './alias-name';
import { replayOf, type AddReplayOptions } from './alias-replay';
import { aliasViolations } from './alias-routing';
import { declaredQualifiers } from './declared-qualifiers';
import { FailureQueue } from './failure-queue';
import { provisionedAboveReserved, provisionedTwice, provisionedViolations } from './provisioned-concurrency';
import { ALIAS_OF_LATEST } from '../../constraints/aws-lambda/alias';
import { DURABLE_FUNCTION_DESTINATION, FAILURE_QUEUE_BY_DEFAULT } from '../../constraints/aws-lambda/destination';
import { LATEST_CONFIG_ID } from '../../constraints/aws-lambda/event-invoke-config';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { invalid } from '../../constraints/invalid';
import { broken } from '../../constraints/rule';
import { quoted } from '../../constraints/violation';
import { warn } from '../../provider/warning';
import { AsyncInvokeConfig } from '../config/async-invoke-config';
import type { AsyncInvokeConfigOptions } from '../config/async-invoke-options';
import { AsyncDestination } from '../destinations/async-destination';
import { AsyncInvokeMetrics } from '../operations/async-invoke-metrics';
import type { FailedEventReplay } from '../replay/failed-event-replay';
import { carryConditions } from '../target/carried-condition';
import { isDurable, unqualified, versionOf } from '../target/invocation-target';

/** Options of an alias and its config. */
export interface AsyncAliasOptions extends AsyncInvokeConfigOptions {
  /**
   * Name of the alias.
   *
   * 1 to 128 letters, digits, hyphens and underscores, not all digits.
   *
   * @default 'live'
   * @see https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html
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
}

/** Properties of `AsyncAlias`. */
export interface AsyncAliasProps extends AsyncAliasOptions {
  /**
   * Function that gets the alias, in the same stack. An imported function needs `version`, too.
   *
   * You can also pass a version, or another alias: then the new alias points to the same version.
   */
  readonly function: lambda.IFunction;

  /**
   * Version that the alias points to.
   *
   * @default - the version given as `function`, otherwise the current version of the function
   */
  readonly version?: lambda.IVersion;

  /**
   * Second version, with its share of the invocations. At most one.
   *
   * The weight is a number from 0 to 1. An alias with a second version cannot have provisioned concurrency.
   *
   * @default - all invocations go to `version`
   */
  readonly additionalVersions?: lambda.VersionWeight[];

  /**
   * Description of the alias, at most 256 characters.
   *
   * @default - no description
   */
  readonly description?: string;

  /**
   * Provisioned concurrency of the alias, at least 1.
   *
   * Lambda refuses it for `$LATEST`, beside `additionalVersions`, with SnapStart or tenant isolation, above the
   * function's reserved concurrency, and for a version that has provisioned concurrency already.
   *
   * @default - no provisioned concurrency
   */
  readonly provisionedConcurrentExecutions?: number;
}

/**
 * Alias of a function for asynchronous invocation: the current version, the alias, its config and a failure queue.
 *
 * The failure queue is encrypted, accepts only TLS connections and keeps records for 14 days. `onFailure` replaces it;
 * `onFailure: AsyncDestination.none()` removes it.
 *
 * @throws Error if Lambda would refuse the alias, or if `AsyncInvokeConfig` refuses the settings
 */
export class AsyncAlias extends lambda.Alias {
  /** Queue for the records of failed events; undefined if `onFailure` is given. */
  readonly failureQueue?: sqs.IQueue;

  private readonly scalingViolations: (minCapacity: number) => string[];
  private readonly recordsTo?: lambda.IDestination;

  constructor(scope: Construct, id: string, props: AsyncAliasProps) {
    const path = `${scope.node.path}/${id}`;
    const routing = {
      aliasName: props.aliasName ?? 'live',
      version: props.version ?? givenVersion({ node: { path } }, props.function),
      additionalVersions: props.additionalVersions,
      description: props.description,
      provisionedConcurrentExecutions: props.provisionedConcurrentExecutions,
    };
    const fn = unqualified(props.function);
    const violations = [
      ...aliasViolations(scope, fn, routing),
      ...!props.onFailure && isDurable(fn)
        ? [broken(DURABLE_FUNCTION_DESTINATION, 'onFailure', `a failure queue for ${fn.node.path}`, FAILURE_QUEUE_BY_DEFAULT)]
        : [],
    ];
    if (violations.length > 0) {
      throw invalid({ node: { path } }, ...violations);
    }
    super(scope, id, routing);
    for (const { node } of [this, ...Resource.isOwnedResource(routing.version) ? [routing.version] : []]) {
      carryConditions(node.defaultChild as CfnResource);
    }
    this.scalingViolations = minCapacity =>
      provisionedViolations(unqualified(props.function), { ...routing, provisionedConcurrentExecutions: minCapacity }, 'addAutoScaling');
    if (routing.version.version === LATEST) {
      warn(this.node.defaultChild!, ALIAS_OF_LATEST, 'version', quoted(LATEST));
    }
    this.node.addValidation({
      validate: () => {
        const resource = this.node.defaultChild as lambda.CfnAlias;
        const declared = declaredQualifiers(this);
        return [
          ...sameNames(resource, declared),
          ...props.provisionedConcurrentExecutions === undefined ? [] : [
            ...provisionedTwice(resource, routing.version, declared),
            ...provisionedAboveReserved(this, unqualified(props.function), declared),
          ],
        ];
      },
    });
    if (!props.onFailure) {
      this.failureQueue = new FailureQueue(this, 'FailureQueue', this.node.defaultChild as lambda.CfnAlias);
    }
    this.recordsTo = this.failureQueue ? AsyncDestination.queue(this.failureQueue) : props.onFailure;
    const settings: AsyncInvokeConfigOptions = {
      maxEventAge: props.maxEventAge,
      retryAttempts: props.retryAttempts,
      onFailure: this.recordsTo,
      onSuccess: props.onSuccess,
      skipPermissions: props.skipPermissions,
    };
    new AsyncInvokeConfig(this, 'AsyncInvokeConfig', { function: this, ...settings });
    if (props.configureLatest ?? true) {
      new AsyncInvokeConfig(this, LATEST_CONFIG_ID, { function: this.version.lambda, ...settings });
    }
  }

  /**
   * Scales the provisioned concurrency of the alias.
   *
   * @throws Error where Lambda refuses provisioned concurrency: for `$LATEST`, beside `additionalVersions`, with SnapStart or tenant
   * isolation, above the function's reserved concurrency, and for a version that has its own
   */
  addAutoScaling(options: lambda.AutoScalingOptions): lambda.IScalableFunctionAttribute {
    const violations = this.scalingViolations(options.minCapacity ?? LEAST_CAPACITY);
    if (violations.length > 0) {
      throw invalid(this, ...violations);
    }
    return super.addAutoScaling(options);
  }

  /**
   * Number of events that Lambda queued.
   *
   * @default - sum over 5 minutes
   */
  metricAsyncEventsReceived(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return AsyncInvokeMetrics.fromFunction(this).asyncEventsReceived(options);
  }

  /**
   * Age of events at the start of a run, in milliseconds.
   *
   * @default - maximum over 5 minutes
   */
  metricAsyncEventAge(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return AsyncInvokeMetrics.fromFunction(this).asyncEventAge(options);
  }

  /**
   * Number of events that Lambda gave up, also those that a destination or dead-letter queue keeps.
   *
   * @default - sum over 5 minutes
   */
  metricAsyncEventsDropped(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return AsyncInvokeMetrics.fromFunction(this).asyncEventsDropped(options);
  }

  /**
   * Number of records that Lambda could not deliver to a destination.
   *
   * @default - sum over 5 minutes
   */
  metricDestinationDeliveryFailures(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return AsyncInvokeMetrics.fromFunction(this).destinationDeliveryFailures(options);
  }

  /**
   * Number of events that Lambda could not send to the dead-letter queue of the function.
   *
   * @default - sum over 5 minutes
   */
  metricDeadLetterErrors(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return AsyncInvokeMetrics.fromFunction(this).deadLetterErrors(options);
  }

  /**
   * Number of invocations that Lambda stopped as part of an infinite loop.
   *
   * @default - sum over 5 minutes
   */
  metricRecursiveInvocationsDropped(options?: cloudwatch.MetricOptions): cloudwatch.Metric {
    return AsyncInvokeMetrics.fromFunction(this).recursiveInvocationsDropped(options);
  }

  /**
   * Adds a replay of failed events, which may invoke the function with any qualifier.
   *
   * @throws Error if failed events go neither to the failure queue nor to an `AsyncDestination` that is a queue or a bucket, and you give no `from`
   */
  addReplay(options: AddReplayOptions = {}): FailedEventReplay {
    return replayOf(this, this.recordsTo, options);
  }
}

/** Default of aws-cdk-lib. */
const LEAST_CAPACITY = 1;

function givenVersion(scope: Parameters<typeof invalid>[0], fn: lambda.IFunction): lambda.IVersion {
  const version = versionOf(fn);
  if (!version) {
    throw invalid(scope, `\`version\` must be given for a function that the app does not make, got: none for ${fn.node.path}. Import one with \`Version.fromVersionAttributes\`.`);
  }
  return version;
}
