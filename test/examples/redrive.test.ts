import { redriver } from '../../examples/redrive/redrive';
import { buildFailure, buildRecord, deadLetterMessage, sqsEvent, type InvocationRecord } from 'cdk-async-invoke/invocation-record';

const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:orders:live';

const tooOld = buildFailure({ requestContext: { functionArn, condition: 'EventAgeExceeded' }, requestPayload: { id: 1 } });
const failed = buildFailure({ requestContext: { functionArn }, requestPayload: { id: 2 } });

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation();
});

async function redriven(...records: InvocationRecord[]) {
  const invoke = jest.fn(async () => {});
  const response = await redriver(invoke)(sqsEvent(...records.map(body => ({ body }))));
  return { left: response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier), sent: invoke.mock.calls };
}

test('an event that only was too old is sent again, to the qualifier that it was for', async () => {
  expect(await redriven(tooOld)).toEqual({ sent: [[functionArn, { id: 1 }]], left: [] });
});

test('an event at which the function failed waits for the repair', async () => {
  expect(await redriven(failed, tooOld)).toEqual({ sent: [[functionArn, { id: 1 }]], left: ['message-1'] });
});

test('a record that lost its event stays', async () => {
  expect(await redriven({ ...tooOld, requestPayload: undefined })).toEqual({ sent: [], left: ['message-1'] });
});

test('a success is done', async () => {
  expect(await redriven(buildRecord())).toEqual({ sent: [], left: [] });
});

test('an event that could not be sent stays, and so does what is no record', async () => {
  const refused = redriver(async () => Promise.reject(new Error('no')));

  expect(await refused(sqsEvent({ body: tooOld }, { body: 'hello' }, deadLetterMessage({ requestId: 'r', errorCode: 200, payload: {} })))).toEqual({
    batchItemFailures: [{ itemIdentifier: 'message-1' }, { itemIdentifier: 'message-2' }, { itemIdentifier: 'message-3' }],
  });
});
