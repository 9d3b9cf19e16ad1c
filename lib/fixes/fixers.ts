import { firstOf, type Fixer } from './fixer';
import { publishedMetric } from './kinds/alarm-metric';
import { arnOfTarget } from './kinds/arn-of-target';
import { callerQueue, callerQueuePermission } from './kinds/caller-queue';
import { deliveryPermission, keyPermission } from './kinds/delivery-permission';
import { deadLetterQueueInstead, qualifiedTarget } from './kinds/durable-target';
import { patternOfQualifier } from './kinds/event-pattern';
import { withoutSetting } from './kinds/excluded-setting';
import { invokeAction } from './kinds/invoke-action';
import { invokePermission } from './kinds/invoke-permission';
import { nameOfQualifier, otherQualifier, qualifierOfFunction } from './kinds/known-qualifier';
import { withoutDeadLetterQueue, withoutMessageLimit } from './kinds/other-target';
import { ownDeadLetterQueue, ownQueue } from './kinds/own-queue';
import { permissionOnFunction, permissionOnTarget } from './kinds/permission-on-target';
import { publishedVersion, validRouting } from './kinds/published-version';
import { queueAlarm } from './kinds/queue-alarm';
import { removedConfig } from './kinds/removed-config';
import { fittingRetries, withinRange, withoutProperty, withoutRetries } from './kinds/setting';
import { siblingConfig } from './kinds/sibling-config';
import { standardTarget } from './kinds/standard-target';
import { visibilityTimeout } from './kinds/visibility-timeout';
import { waitingConfig } from './kinds/waiting-config';

/** The fixer of each id. */
export const FIXERS: Readonly<Record<string, Fixer>> = {
  AlarmNeverFires: publishedMetric,
  AliasNotConfigured: siblingConfig,
  AliasOfLatest: publishedVersion,
  AliasRouting: validRouting,
  BucketOnSuccess: ownQueue,
  CallerDeadLetterPermissionMissing: callerQueuePermission,
  CallerWithoutDeadLetterQueue: callerQueue,
  ConfigBeforePermission: waitingConfig,
  ConsumerVisibilityTimeout: visibilityTimeout,
  DeadLetterKeyPermissionMissing: keyPermission,
  DeadLetterPermissionMissing: deliveryPermission,
  DeadLetterQueueAndFailureDestination: withoutDeadLetterQueue,
  DeadLetterQueueInOtherRegion: ownDeadLetterQueue,
  DestinationInOtherAccount: ownQueue,
  DestinationInOtherRegion: ownQueue,
  DestinationKeyPermissionMissing: keyPermission,
  DestinationLoop: ownQueue,
  DestinationPermissionMissing: deliveryPermission,
  DuplicateConfig: removedConfig,
  DurableFunctionDestination: deadLetterQueueInstead,
  DurableFunctionUnqualified: qualifiedTarget,
  EmptyConfig: removedConfig,
  EventAgeTooShortForRetries: fittingRetries,
  FailureDestinationTriggersFunction: firstOf(ownDeadLetterQueue, ownQueue),
  FifoDeadLetterQueue: firstOf(standardTarget, ownDeadLetterQueue),
  FifoQueueDestination: firstOf(standardTarget, ownQueue),
  FifoTopicDestination: firstOf(standardTarget, ownQueue),
  InvokeAsyncPermission: invokeAction,
  InvokePermissionForOtherQualifier: permissionOnTarget,
  InvokePermissionMissing: invokePermission,
  LatestPermission: permissionOnFunction,
  NoFailureDestination: ownQueue,
  ProvisionedConcurrency: withoutSetting,
  RecordTooLargeForQueue: withoutMessageLimit,
  ResponseOnlyNeverMatches: patternOfQualifier,
  RuleRetriesOnly: withoutRetries,
  SelfDestination: ownQueue,
  SettingOutOfRange: withinRange,
  TenantIsolatedDestination: ownQueue,
  TenantIsolationSnapStart: withoutSetting,
  UnknownQualifier: firstOf(nameOfQualifier, qualifierOfFunction, otherQualifier),
  UnownedQualifierConfig: otherQualifier,
  UnsupportedCallerDeadLetterQueue: callerQueue,
  UnsupportedDeadLetterQueue: firstOf(arnOfTarget, ownDeadLetterQueue),
  UnsupportedDestination: firstOf(arnOfTarget, ownQueue),
  UnwatchedFailures: queueAlarm,
  ZeroReservedConcurrency: withoutProperty,
};
