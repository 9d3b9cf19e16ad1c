import { ACCOUNT, REGION, TIME } from './place';
import type { InvocationRecord } from '../../contract/invocation-record';
import { isSuccess } from '../outcome';

/** The event that a bus gets for a record, and a function or queue behind a rule. */
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
