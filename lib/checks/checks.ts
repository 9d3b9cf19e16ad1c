import type { Check } from './finding';
import { alarmNeverFires } from './rules/alarm-never-fires';
import { aliasNotConfigured } from './rules/alias-not-configured';
import { aliasOfLatest } from './rules/alias-of-latest';
import { aliasRouting } from './rules/alias-routing';
import { bucketOnSuccess } from './rules/bucket-on-success';
import { callerDeadLetterPermissionMissing } from './rules/caller-dead-letter-permission-missing';
import { callerWithoutDeadLetterQueue } from './rules/caller-without-dead-letter-queue';
import { configBeforePermission } from './rules/config-before-permission';
import { consumerVisibilityTimeout } from './rules/consumer-visibility-timeout';
import { deadLetterKeyPermissionMissing } from './rules/dead-letter-key-permission-missing';
import { deadLetterPermissionMissing } from './rules/dead-letter-permission-missing';
import { deadLetterQueueAndFailureDestination } from './rules/dead-letter-queue-and-failure-destination';
import { deadLetterQueueInOtherRegion } from './rules/dead-letter-queue-in-other-region';
import { destinationInOtherAccount } from './rules/destination-in-other-account';
import { destinationInOtherRegion } from './rules/destination-in-other-region';
import { destinationKeyPermissionMissing } from './rules/destination-key-permission-missing';
import { destinationLoop } from './rules/destination-loop';
import { destinationPermissionMissing } from './rules/destination-permission-missing';
import { duplicateConfig } from './rules/duplicate-config';
import { durableFunctionDestination } from './rules/durable-function-destination';
import { durableFunctionUnqualified } from './rules/durable-function-unqualified';
import { emptyConfig } from './rules/empty-config';
import { eventAgeTooShortForRetries } from './rules/event-age-too-short-for-retries';
import { failureDestinationTriggersFunction } from './rules/failure-destination-triggers-function';
import { fifoDeadLetterQueue } from './rules/fifo-dead-letter-queue';
import { fifoQueueDestination } from './rules/fifo-queue-destination';
import { fifoTopicDestination } from './rules/fifo-topic-destination';
import { invokeAsyncPermission } from './rules/invoke-async-permission';
import { invokePermissionForOtherQualifier } from './rules/invoke-permission-for-other-qualifier';
import { invokePermissionMissing } from './rules/invoke-permission-missing';
import { latestPermission } from './rules/latest-permission';
import { noFailureDestination } from './rules/no-failure-destination';
import { provisionedConcurrency } from './rules/provisioned-concurrency';
import { recordTooLargeForQueue } from './rules/record-too-large-for-queue';
import { responseOnlyNeverMatches } from './rules/response-only-never-matches';
import { ruleRetriesOnly } from './rules/rule-retries-only';
import { selfDestination } from './rules/self-destination';
import { settingOutOfRange } from './rules/setting-out-of-range';
import { tenantIsolatedDestination } from './rules/tenant-isolated-destination';
import { tenantIsolationSnapStart } from './rules/tenant-isolation-snap-start';
import { unknownQualifier } from './rules/unknown-qualifier';
import { unownedQualifierConfig } from './rules/unowned-qualifier-config';
import { unsupportedCallerDeadLetterQueue } from './rules/unsupported-caller-dead-letter-queue';
import { unsupportedDeadLetterQueue } from './rules/unsupported-dead-letter-queue';
import { unsupportedDestination } from './rules/unsupported-destination';
import { unwatchedFailures } from './rules/unwatched-failures';
import { zeroReservedConcurrency } from './rules/zero-reserved-concurrency';

/** Every rule, errors first. */
export const CHECKS: readonly Check[] = [
  fifoQueueDestination,
  fifoTopicDestination,
  bucketOnSuccess,
  selfDestination,
  destinationInOtherRegion,
  unsupportedDestination,
  destinationPermissionMissing,
  destinationKeyPermissionMissing,
  invokePermissionMissing,
  unknownQualifier,
  emptyConfig,
  settingOutOfRange,
  duplicateConfig,
  durableFunctionDestination,
  durableFunctionUnqualified,
  fifoDeadLetterQueue,
  unsupportedDeadLetterQueue,
  deadLetterQueueInOtherRegion,
  deadLetterPermissionMissing,
  deadLetterKeyPermissionMissing,
  unsupportedCallerDeadLetterQueue,
  callerDeadLetterPermissionMissing,
  consumerVisibilityTimeout,
  aliasRouting,
  provisionedConcurrency,
  tenantIsolationSnapStart,
  latestPermission,
  alarmNeverFires,
  aliasNotConfigured,
  eventAgeTooShortForRetries,
  zeroReservedConcurrency,
  destinationLoop,
  failureDestinationTriggersFunction,
  noFailureDestination,
  callerWithoutDeadLetterQueue,
  unwatchedFailures,
  deadLetterQueueAndFailureDestination,
  responseOnlyNeverMatches,
  ruleRetriesOnly,
  invokeAsyncPermission,
  recordTooLargeForQueue,
  invokePermissionForOtherQualifier,
  configBeforePermission,
  unownedQualifierConfig,
  destinationInOtherAccount,
  tenantIsolatedDestination,
  aliasOfLatest,
];
