import type { InvocationRecord } from '../../contract/invocation-record';
import { isSuccess } from '../outcome';

/** The event that a bus gets for a record, and a function or queue behind a rule. */
export function eventBridgeEvent(record: InvocationRecord) {
  return {
    'version': '0',
    'id': '00000000-0000-4000-8000-000000000002',
    'detail-type': `Lambda Function Invocation Result - ${isSuccess(record) ? 'Success' : 'Failure'}`,
    'source': 'lambda',
    'account': '123456789012',
    'time': '2026-01-02T03:04:05Z',
    'region': 'us-east-1',
    'resources': ['arn:aws:events:us-east-1:123456789012:event-bus/default', record.requestContext.functionArn],
    'detail': record,
  };
}
