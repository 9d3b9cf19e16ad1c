import * as invocationRecord from '../../lib/invocation-record';

test('exports these names', () => {
  expect(Object.keys(invocationRecord).sort()).toEqual([
    'CONDITION', 'DEAD_LETTER_ATTRIBUTE', 'batchResponse', 'buildFailure', 'buildRecord', 'deadLetterMessage', 'errorOf', 'eventBridgeEvent', 'functionOf',
    'isFailure', 'isInvocationRecord', 'isSuccess', 'parseRecordKey', 'readRecords', 'receivedMessages', 'recordKey', 'recordText', 'retryAdvice',
    's3EventBridgeEvent', 's3Notification', 'snsEvent', 'snsNotification', 'sqsEvent',
  ]);
});
