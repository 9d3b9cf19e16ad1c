import type { InvocationRecord } from '../../lib/invocation-record';

const FUNCTION_ARN = 'arn:aws:lambda:us-east-1:123456789012:function:orders';

/** Records as Lambda wrote them, except names and ids. */
export const RECORDED = {
  success: {
    version: '1.0',
    timestamp: '2026-09-14T15:18:45.502Z',
    requestContext: {
      requestId: '999b8fed-1a59-426f-980c-57c643195ec1',
      functionArn: `${FUNCTION_ARN}:$LATEST`,
      condition: 'Success',
      approximateInvokeCount: 1,
    },
    requestPayload: { id: 'order-1', fail: false, unicode: 'literal 雪', nested: { n: 17, null: null, bool: true } },
    responseContext: { statusCode: 200, executedVersion: '$LATEST' },
    responsePayload: { answer: 42, unicode: '雪🙂', items: [1, false, 'x'], nil: null },
  },
  retriesExhausted: {
    version: '1.0',
    timestamp: '2025-11-25T22:18:25.000Z',
    requestContext: {
      requestId: '0f2f7d0e-6f5c-4a4e-9d58-6a2cbb0b1c11',
      functionArn: `${FUNCTION_ARN}:$LATEST`,
      condition: 'RetriesExhausted',
      approximateInvokeCount: 3,
    },
    requestPayload: { message: 'hello' },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: {
      errorMessage: 'intentional failure',
      errorType: 'Exception',
      requestId: '0f2f7d0e-6f5c-4a4e-9d58-6a2cbb0b1c11',
      stackTrace: ['  File "/var/task/handler.py", line 7, in handler\n    raise Exception("intentional failure")\n'],
    },
  },
  eventAgeExceeded: {
    version: '1.0',
    timestamp: '2025-11-27T02:28:57.000Z',
    requestContext: {
      requestId: '3c1b6d4e-0c59-4c39-8d5c-1f5d4a3e2b1a',
      functionArn: `${FUNCTION_ARN}:$LATEST`,
      condition: 'EventAgeExceeded',
      approximateInvokeCount: 1,
    },
    requestPayload: { message: 'hello' },
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: { errorMessage: 'intentional failure', errorType: 'Exception', stackTrace: [] },
  },
  zeroReservedConcurrency: {
    version: '1.0',
    timestamp: '2025-11-25T11:20:35.000Z',
    requestContext: {
      requestId: 'b6e5c1f4-5b0e-4a53-9a36-2d7c0c8f9e10',
      functionArn: `${FUNCTION_ARN}:$LATEST`,
      condition: 'ZeroReservedConcurrency',
      approximateInvokeCount: 0,
    },
    requestPayload: {},
  },
  aliasGone: {
    version: '1.0',
    timestamp: '2026-10-01T12:00:00.000Z',
    requestContext: {
      requestId: '894d6e90-41c0-4116-803e-59d58ca9911d',
      functionArn: `${FUNCTION_ARN}:live`,
      condition: 'RetriesExhausted',
      approximateInvokeCount: 2,
    },
    requestPayload: {},
    responseContext: { statusCode: 404 },
  },
  throttled: {
    version: '1.0',
    timestamp: '2026-10-01T12:00:00.000Z',
    requestContext: {
      requestId: '1d0bb0a5-58a5-4f4e-8f3a-6f0e6c3c7b21',
      functionArn: `${FUNCTION_ARN}:$LATEST`,
      condition: 'EventAgeExceeded',
      approximateInvokeCount: 0,
    },
    requestPayload: {},
    responseContext: { statusCode: 429 },
  },
  undeliverableResponse: {
    version: '1.0',
    timestamp: '2026-09-14T15:23:04.034Z',
    requestContext: {
      requestId: '66036d4b-d2f6-42ec-8a07-ecae32d7a959',
      functionArn: `${FUNCTION_ARN}:$LATEST`,
      condition: 'Success',
      approximateInvokeCount: 1,
    },
    requestPayload: {},
    responseContext: { statusCode: 200, executedVersion: '$LATEST' },
    deliveryError: { statusCode: 400, errorCode: 'InvalidRequestContentException' },
  },
} as const satisfies Record<string, InvocationRecord>;

/** The record of an event source mapping as a topic got it; the object of a bucket has the batch as `payload`, too. */
export const MAPPING_RECORD = {
  requestContext: {
    requestId: '5e0a3a8e-9a3c-4f43-8e5a-2f5c1d7b6a90',
    functionArn: FUNCTION_ARN,
    condition: 'RetryAttemptsExhausted',
    approximateInvokeCount: 2,
  },
  responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
  version: '1.0',
  timestamp: '2025-11-25T16:48:33.000Z',
  KinesisBatchInfo: {
    shardId: 'shardId-000000000000',
    startSequenceNumber: '1',
    endSequenceNumber: '1',
    batchSize: 1,
    streamArn: 'arn:aws:kinesis:us-east-1:123456789012:stream/clicks',
  },
};

/** The message in the dead-letter queue of a function that failed. */
export const DEAD_LETTER = {
  Body: '{"id": "order-1", "fail": true}',
  MessageId: '0b1f1d0e-55d4-4f2d-93a5-3f1a0c8f7e66',
  ReceiptHandle: 'receipt',
  MessageAttributes: {
    ErrorCode: { StringValue: '200', DataType: 'Number' },
    ErrorMessage: { StringValue: 'no such order:雪🙂Z', DataType: 'String' },
    RequestID: { StringValue: '026bb3a4-646e-4433-b2f1-42ec124a5767', DataType: 'String' },
  },
};
