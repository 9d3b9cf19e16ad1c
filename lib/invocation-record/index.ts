export { CONDITION, type Condition, type InvocationRecord, type RequestContext, type ResponseContext } from '../contract/invocation-record';

export { batchResponse, type BatchResponse } from './batch-response';
export { DEAD_LETTER_ATTRIBUTE, type DeadLetter } from './dead-letter';
export { functionOf, type InvokedFunction } from './function-of';
export { errorOf, isFailure, isSuccess, type InvocationError } from './outcome';
export { readRecords } from './read-records';
export type { DeadLetterReading, Origin, OtherCause, OtherReading, PayloadTexts, Reading, RecordReading, StoredRecordReading, Via } from './reading';
export { isInvocationRecord } from './record';
export { retryAdvice, type RetryAdvice } from './retry-advice';
export { parseRecordKey, recordKey, type RecordKey, type StoredRecord } from './stored-record';

// For tests: builders of what the services send.
export { eventBridgeEvent } from './builders/event-bridge';
export { deadLetterMessage, type Message, type MessageAttribute } from './builders/message';
export { buildFailure, buildRecord, recordText, type RecordParts } from './builders/record';
export { s3EventBridgeEvent, s3Notification, type WrittenObject } from './builders/s3';
export { snsEvent, snsNotification } from './builders/sns';
export { receivedMessages, sqsEvent } from './builders/sqs';
