import { firstOf, type Fixer } from './fixer';
import { arnOfTarget } from './kinds/arn-of-target';
import { deliveryPermission, keyPermission } from './kinds/delivery-permission';
import { deadLetterQueueInstead, qualifiedTarget } from './kinds/durable-target';
import { patternOfQualifier } from './kinds/event-pattern';
import { invokeAction } from './kinds/invoke-action';
import { nameOfQualifier, otherQualifier } from './kinds/known-qualifier';
import { withoutDeadLetterQueue, withoutMessageLimit } from './kinds/other-target';
import { ownDeadLetterQueue, ownQueue } from './kinds/own-queue';
import { permissionOnFunction, permissionOnTarget } from './kinds/permission-on-target';
import { publishedVersion, validRouting } from './kinds/published-version';
import { removedConfig } from './kinds/removed-config';
import { fittingRetries, withinRange, withoutProperty, withoutRetries } from './kinds/setting';
import { siblingConfig } from './kinds/sibling-config';
import { standardTarget } from './kinds/standard-target';
import { waitingConfig } from './kinds/waiting-config';

/** The fixer of each id. */
export const FIXERS: Readonly<Record<string, Fixer>> = {
  AliasNotConfigured: siblingConfig,
  AliasOfLatest: publishedVersion,
  AliasRouting: validRouting,
  BucketOnSuccess: ownQueue,
  ConfigBeforePermission: waitingConfig,
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
  LatestPermission: permissionOnFunction,
  NoFailureDestination: ownQueue,
  RecordTooLargeForQueue: withoutMessageLimit,
  ResponseOnlyNeverMatches: patternOfQualifier,
  RuleRetriesOnly: withoutRetries,
  SelfDestination: ownQueue,
  SettingOutOfRange: withinRange,
  TenantIsolatedDestination: ownQueue,
  UnknownQualifier: firstOf(nameOfQualifier, otherQualifier),
  UnownedQualifierConfig: otherQualifier,
  UnsupportedDeadLetterQueue: firstOf(arnOfTarget, ownDeadLetterQueue),
  UnsupportedDestination: firstOf(arnOfTarget, ownQueue),
  ZeroReservedConcurrency: withoutProperty,
};
