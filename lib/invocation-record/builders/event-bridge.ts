import { ACCOUNT, REGION, TIME } from './place';
import type { InvocationRecord } from '../../contract/invocation-record';
import { isSuccess } from '../outcome';

/** The event of a bus for a record, as the targets of a rule get it. */
export function eventBridgeEvent(record: InvocationRecord) {
  return {
    'version': '0' as const,
    'id': '00000000-0000-4000-8000-000000000002',
    'detail-type': `Lambda Function Invocation Result - ${isSuccess(record) ? 'Success' : 'Failure'}`,
    'source': 'lambda' as const,
    'account': ACCOUNT,
    'time': TIME,
    'region': REGION,
    'resources': [`arn:aws:events:${REGION}:${ACCOUNT}:event-bus/default`, record.requestContext.functionArn],
    'detail': record,
  };
}
