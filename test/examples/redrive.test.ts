import { redriver } from '../../examples/redrive/redrive';
import { buildFailure, buildRecord, deadLetterMessage, recordText, sqsEvent, type InvocationRecord } from 'cdk-async-invoke/invocation-record';

const functionArn = 'arn:aws:lambda:us-east-1:123456789012:function:orders:live';

const tooOld = buildFailure({ requestContext: { functionArn, condition: 'EventAgeExceeded' }, requestPayload: { id: 1 } });
const failed = buildFailure({ requestContext: { functionArn }, requestPayload: { id: 2 } });

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation();
});

async function redriven(...bodies: Array<InvocationRecord | string>) {
  const invoke = jest.fn(async () => {});
  const response = await redriver(invoke)(sqsEvent(...bodies.map(body => ({ body }))));
  return { left: response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier), sent: invoke.mock.calls };
}

test('sends an event that only was too old again, to the qualifier that it was for', async () => {
  expect(await redriven(tooOld)).toEqual({ sent: [[functionArn, '{"id":1}']], left: [] });
});

test('sends the very text of the event, numbers beyond 2^53 included', async () => {
  const payload = '{"id":9007199254740993,"amount":1.10}';

  expect(await redriven(recordText(tooOld, { requestPayloadText: payload }))).toEqual({ sent: [[functionArn, payload]], left: [] });
});

test('leaves an event that the function failed at until the cause is repaired', async () => {
  expect(await redriven(failed, tooOld)).toEqual({ sent: [[functionArn, '{"id":1}']], left: ['message-1'] });
});

test('leaves a record that lost its event', async () => {
  expect(await redriven({ ...tooOld, requestPayload: undefined })).toEqual({ sent: [], left: ['message-1'] });
});

test('removes the record of a success', async () => {
  expect(await redriven(buildRecord())).toEqual({ sent: [], left: [] });
});

test('leaves an event that cannot be sent, and everything that is not a record', async () => {
  const refused = redriver(async () => Promise.reject(new Error('no')));

  expect(await refused(sqsEvent({ body: tooOld }, { body: 'hello' }, deadLetterMessage({ requestId: 'r', errorCode: 200, payload: {} })))).toEqual({
    batchItemFailures: [{ itemIdentifier: 'message-1' }, { itemIdentifier: 'message-2' }, { itemIdentifier: 'message-3' }],
  });
});
