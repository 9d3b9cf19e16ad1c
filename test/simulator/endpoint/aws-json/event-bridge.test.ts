import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { listen, type Endpoint } from '../../../../lib/simulator/endpoint';
import { DeployedService } from '../../service/deployed';
import { Messaging } from '../messaging';
import { sendJson } from '../requests';

let endpoint: Endpoint;
let messaging: Messaging;
let events: EventBridgeClient;

beforeEach(async () => {
  messaging = new Messaging({ buses: ['orders'] });
  endpoint = await listen(new DeployedService({ functions: {}, messaging }));
  events = new EventBridgeClient({ endpoint: endpoint.url, region: 'us-east-1', credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' } });
});
afterEach(() => endpoint.close());

const EVENT = { Source: 'shop', DetailType: 'Order', Detail: '{"id":1}' };

const raw = (document: unknown, headers = {}) => sendJson(endpoint.url, 'AWSEvents.PutEvents', document, { 'Content-Type': 'application/x-amz-json-1.1', ...headers });

test('puts events on buses, by name, by ARN and by default', async () => {
  const { FailedEntryCount, Entries } = await events.send(new PutEventsCommand({
    Entries: [
      { ...EVENT, Time: new Date('2026-03-29T01:30:00Z'), Resources: ['arn:aws:s3:::a'] },
      { ...EVENT, EventBusName: 'orders' },
      { ...EVENT, EventBusName: 'arn:aws:events:us-east-1:111111111111:event-bus/orders' },
    ],
  }));
  expect(FailedEntryCount).toBe(0);
  expect(new Set(Entries!.map(({ EventId }) => EventId)).size).toBe(3);
  expect(messaging.put).toMatchObject([
    { bus: 'default', source: 'shop', detailType: 'Order', detail: '{"id":1}', time: Date.parse('2026-03-29T01:30:00Z'), resources: ['arn:aws:s3:::a'] },
    { bus: 'orders', time: undefined, resources: [] },
    { bus: 'orders' },
  ]);
});

test('knows the run that sends', async () => {
  await raw({ Entries: [EVENT] }, { 'X-Amzn-Trace-Id': 'Root=1-a-b' });
  expect(messaging.put).toMatchObject([{ caller: { trace: 'Root=1-a-b', region: 'us-east-1' } }]);
});

test('accepts an event for a bus that does not exist, and loses it, as recorded', async () => {
  const { FailedEntryCount, Entries } = await events.send(new PutEventsCommand({ Entries: [{ ...EVENT, EventBusName: 'nothing' }] }));
  expect({ FailedEntryCount, Entries }).toEqual({ FailedEntryCount: 0, Entries: [{ EventId: expect.stringMatching(/^[0-9a-f-]{36}$/) }] });
  expect(messaging.put).toEqual([]);
});

test.each([
  ['no source', { Source: undefined }, 'InvalidArgument', 'Parameter Source is not valid. Reason: Source is a required argument.'],
  ['no type', { DetailType: '' }, 'InvalidArgument', 'Parameter DetailType is not valid. Reason: DetailType is a required argument.'],
  ['no detail', { Detail: undefined }, 'InvalidArgument', 'Parameter Detail is not valid. Reason: Detail is a required argument.'],
  ['a list', { Detail: '[1]' }, 'MalformedDetail', 'Detail is malformed.'],
  ['a text', { Detail: '"{}"' }, 'MalformedDetail', 'Detail is malformed.'],
  ['nothing but null', { Detail: 'null' }, 'MalformedDetail', 'Detail is malformed.'],
  ['half an object', { Detail: '{"a":' }, 'MalformedDetail', 'Detail is malformed.'],
  ['the source of a service', { Source: 'aws.s3' }, 'NotAuthorizedForSourceException', 'Not authorized for the source.'],
])('fails the entry with %s, and no other', async (_, change, ErrorCode, ErrorMessage) => {
  const { FailedEntryCount, Entries } = await events.send(new PutEventsCommand({ Entries: [{ ...EVENT, ...change }, EVENT] }));
  expect({ FailedEntryCount, Entries }).toEqual({ FailedEntryCount: 1, Entries: [{ ErrorCode, ErrorMessage }, { EventId: expect.any(String) }] });
  expect(messaging.put).toHaveLength(1);
});

const ENTRY = 'PutEventsRequestEntry(time=null, source=shop, resources=null, detailType=Order, detail={"id":1}, eventBusName=null, traceHeader=null, kmsKeyIdentifier=null, internalMetadata=null)';

test.each([
  ['nothing', {}, "1 validation error detected: Value null at 'entries' failed to satisfy constraint: Member must not be null"],
  ['no entries', { Entries: [] }, "1 validation error detected: Value '[]' at 'entries' failed to satisfy constraint: Member must have length greater than or equal to 1"],
  ['eleven entries', { Entries: Array(11).fill(EVENT) }, `1 validation error detected: Value '[${Array(11).fill(ENTRY).join(', ')}]' at 'entries' failed to satisfy constraint: Member must have length less than or equal to 10`],
  ['a bus with a space', { Entries: [EVENT, { ...EVENT, EventBusName: 'a b' }] }, "1 validation error detected: Value 'a b' at 'entries.2.member.eventBusName' failed to satisfy constraint: Member must satisfy regular expression pattern: (arn:aws[\\w-]*:events:[a-z]+-[a-z]+-[\\w-]+:[0-9]{12}:event-bus\\/)?[\\.\\-_A-Za-z0-9]+"],
])('refuses %s', async (_, document, message) => {
  const { status, headers, body } = await raw(document);
  expect(status).toBe(400);
  expect(JSON.parse(body)).toEqual({ __type: 'ValidationException', message });
  expect(headers.get('content-type')).toBe('application/x-amz-json-1.1');
  expect(headers.get('x-amzn-query-error')).toBeNull();
});

// What the entry has besides its detail: 4 bytes of the source, 5 of the type, 14 of the time and 2 of the resource.
const SIZE = { ...EVENT, Time: 1, Resources: ['é'] };
const detail = (bytes: number) => JSON.stringify({ a: 'x'.repeat(bytes - 8) });

test.each([
  [1_048_576 - 25, 200],
  [1_048_576 - 24, 400],
])('a request whose detail has %s bytes', async (bytes, status) => {
  const sent = await raw({ Entries: [{ ...SIZE, Detail: detail(bytes) }] });
  expect(sent.status).toBe(status);
  if (status === 400) {
    expect(JSON.parse(sent.body)).toEqual({ __type: 'ValidationException', message: 'Total size of the entries in the request is over the limit.' });
  }
});

test('counts all entries together', async () => {
  await expect(events.send(new PutEventsCommand({ Entries: Array(2).fill({ ...EVENT, Detail: detail(524_288) }) })))
    .rejects.toMatchObject({ name: 'ValidationException', message: 'Total size of the entries in the request is over the limit.' });
});

const nested = (levels: number) => `${'{"[{":'.repeat(levels)}1${'}'.repeat(levels)}`;

test('does not guess what becomes of a detail with more than 1000 levels', async () => {
  expect((await raw({ Entries: [{ ...EVENT, Detail: nested(1000) }] })).status).toBe(200);
  const { status, body } = await raw({ Entries: [{ ...EVENT, Detail: nested(1001) }] });
  expect(status).toBe(501);
  expect(JSON.parse(body).message).toBe('The simulator does not know what Amazon EventBridge does with a detail of more than 1000 levels. Send a flatter one.');
});

test('does not guess which bus a global endpoint chooses', async () => {
  expect(JSON.parse((await raw({ Entries: [EVENT], EndpointId: 'abcde.veo' })).body).message)
    .toBe('The simulator does not know which bus a global endpoint chooses. Leave out `EndpointId`.');
});

test('takes times as texts, too, and refuses others', async () => {
  expect((await raw({ Entries: [{ ...EVENT, Time: '2026-03-29T01:30:00Z' }] })).status).toBe(200);
  expect(messaging.put).toMatchObject([{ time: Date.parse('2026-03-29T01:30:00Z') }]);
  expect(JSON.parse((await raw({ Entries: [{ ...EVENT, Time: 'soon' }] })).body)).toEqual({
    __type: 'com.amazon.coral.service#SerializationException', message: 'STRING_VALUE can not be converted to a Timestamp',
  });
});
