import { buildFailure, buildRecord, eventBridgeEvent } from '../../../lib/invocation-record';

test.each([['Success', buildRecord()], ['Failure', buildFailure()]])('the detail type names a %s', (outcome, record) => {
  expect(eventBridgeEvent(record)).toMatchObject({
    'source': 'lambda',
    'detail-type': `Lambda Function Invocation Result - ${outcome}`,
    'resources': ['arn:aws:events:us-east-1:123456789012:event-bus/default', record.requestContext.functionArn],
    'detail': record,
  });
});
