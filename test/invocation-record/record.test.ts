import { MAPPING_RECORD, RECORDED } from './recorded';
import { buildRecord, isInvocationRecord } from '../../lib/invocation-record';
import { flawOf, resemblesRecord } from '../../lib/invocation-record/record';

test.each(Object.entries(RECORDED))('%s is a record', (_, record) => {
  expect(isInvocationRecord(record)).toBe(true);
});

test('a record may have an unknown condition', () => {
  expect(isInvocationRecord(buildRecord({ requestContext: { condition: 'SomethingNew' } }))).toBe(true);
});

test.each([MAPPING_RECORD, {}, null, undefined, 'text', [], { requestContext: null }, { requestContext: {} }])('%j is not a record', value => {
  expect(isInvocationRecord(value)).toBe(false);
});

describe('names the malformed member:', () => {
  const { requestContext, ...rest } = RECORDED.retriesExhausted;

  test.each<[string, object]>([
    ['`version` must be a string', { version: 1 }],
    ['`timestamp` must be a string', { timestamp: undefined }],
    ['`requestContext.requestId` must be a string', { requestContext: { ...requestContext, requestId: null } }],
    ['`requestContext.functionArn` must be a string', { requestContext: { ...requestContext, functionArn: {} } }],
    ['`requestContext.condition` must be a string', { requestContext: { ...requestContext, condition: undefined } }],
    ...[-1, 0.5, '1', undefined].map((approximateInvokeCount): [string, object] =>
      ['`requestContext.approximateInvokeCount` must be an integer of at least 0', { requestContext: { ...requestContext, approximateInvokeCount } }]),
    ['`responseContext` must be an object', { responseContext: null }],
    ['`responseContext.statusCode` must be a number', { responseContext: { statusCode: '200' } }],
    ['`responseContext.executedVersion` must be a string', { responseContext: { executedVersion: 1 } }],
    ['`responseContext.functionError` must be a string', { responseContext: { functionError: true } }],
    ['`deliveryError` must be an object', { deliveryError: [] }],
    ['`deliveryError.statusCode` must be a number', { deliveryError: { statusCode: '400' } }],
    ['`deliveryError.errorCode` must be a string', { deliveryError: { errorCode: 400 } }],
  ])('%s: %j', (flaw, parts) => {
    const value = { requestContext, ...rest, ...parts };

    expect(isInvocationRecord(value)).toBe(false);
    expect(resemblesRecord(value) && flawOf(value)).toBe(flaw);
  });

  test('0 is a count', () => {
    expect(isInvocationRecord({ ...rest, requestContext: { ...requestContext, approximateInvokeCount: 0 } })).toBe(true);
  });
});
