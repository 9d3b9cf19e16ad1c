import { ACCOUNT, REGION } from './place';
import { CONDITION, type InvocationRecord, type RequestContext } from '../../contract/invocation-record';
import type { PayloadTexts } from '../reading';

/** The members of a record that a test sets. */
export type RecordParts = Partial<Omit<InvocationRecord, 'requestContext'>> & { readonly requestContext?: Partial<RequestContext> };

/** A record of a success after one attempt. `parts` replace its members; an undefined part removes one. */
export function buildRecord({ requestContext, ...parts }: RecordParts = {}): InvocationRecord {
  const record: InvocationRecord = {
    version: '1.0',
    timestamp: '2026-01-02T03:04:05.678Z',
    requestContext: {
      requestId: '00000000-0000-4000-8000-000000000001',
      functionArn: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:function:$LATEST`,
      condition: CONDITION.success,
      approximateInvokeCount: 1,
      ...requestContext,
    },
    requestPayload: {},
    responseContext: { statusCode: 200, executedVersion: '$LATEST' },
    responsePayload: null,
    ...parts,
  };
  return withoutAbsent(record);
}

/** A record of a failure after three attempts. `parts` replace its members. */
export function buildFailure(parts: RecordParts = {}): InvocationRecord {
  return buildRecord({
    responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
    responsePayload: { errorType: 'Error', errorMessage: 'it failed', trace: ['Error: it failed', '    at handler (/var/task/index.js:1:1)'] },
    ...parts,
    requestContext: { condition: CONDITION.retriesExhausted, approximateInvokeCount: 3, ...parts.requestContext },
  });
}

/** The text of a record, as Lambda writes it. The payload texts are used exactly as they are. */
export function recordText(record: InvocationRecord, { requestPayloadText, responsePayloadText }: PayloadTexts = {}): string {
  const texts = new Map(Object.entries(record).map(([name, value]) => [name, JSON.stringify(value) as string | undefined]));
  texts.set('requestPayload', requestPayloadText ?? texts.get('requestPayload'));
  texts.set('responsePayload', responsePayloadText ?? texts.get('responsePayload'));
  return `{${[...texts].filter(([, text]) => text !== undefined).map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`;
}

function withoutAbsent(record: InvocationRecord): InvocationRecord {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as unknown as InvocationRecord;
}
