import { listen, type Endpoint } from '../../../../lib/simulator/endpoint';
import { DeployedService } from '../../service/deployed';
import { Messaging, md5 } from '../messaging';
import { sendQuery, signed, text } from '../requests';

let endpoint: Endpoint;
let messaging: Messaging;

beforeEach(async () => {
  messaging = new Messaging({ queues: { 'orders': {}, 'orders.fifo': {} } });
  endpoint = await listen(new DeployedService({ functions: {}, messaging }));
});
afterEach(() => endpoint.close());

const QUEUE = '/111111111111/orders';

async function ask(Action: string, parameters: Readonly<Record<string, string>> = {}, path = QUEUE) {
  return sendQuery(endpoint.url, 'sqs', { Action, Version: '2012-11-05', ...parameters }, path);
}

test('sends a message to the queue in the path, with attributes', async () => {
  const { status, headers, body } = await ask('SendMessage', {
    'MessageBody': 'a & <b>',
    'DelaySeconds': '5',
    'MessageAttribute.2.Name': 'B',
    'MessageAttribute.2.Value.DataType': 'Binary',
    'MessageAttribute.2.Value.BinaryValue': 'AP8=',
    'MessageAttribute.1.Name': 'A',
    'MessageAttribute.1.Value.DataType': 'String',
    'MessageAttribute.1.Value.StringValue': 'x',
    'MessageSystemAttribute.1.Name': 'AWSTraceHeader',
    'MessageSystemAttribute.1.Value.DataType': 'String',
    'MessageSystemAttribute.1.Value.StringValue': 'Root=1-2-3',
  });
  expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type: 'text/xml' });
  expect(body).toMatch(/^<\?xml version="1.0"\?><SendMessageResponse xmlns="http:\/\/queue.amazonaws.com\/doc\/2012-11-05\/"><SendMessageResult><MD5OfMessageBody>/);
  expect(text(body, 'MD5OfMessageBody')).toBe(md5('a & <b>'));
  expect(text(body, 'RequestId')).toBe(headers.get('x-amzn-requestid'));
  expect(messaging.sent).toMatchObject([{
    body: 'a & <b>',
    delay: 5,
    traceHeader: 'Root=1-2-3',
    attributes: { A: { DataType: 'String', StringValue: 'x' }, B: { DataType: 'Binary', BinaryValue: 'AP8=' } },
  }]);
});

test('takes the queue from the parameter', async () => {
  expect((await ask('SendMessage', { MessageBody: 'a', QueueUrl: `https://queue.amazonaws.com${QUEUE}` }, '/')).status).toBe(200);
  expect(messaging.sent).toMatchObject([{ queue: 'orders' }]);
});

test('takes no request from the query, because an image in a web page could send it', async () => {
  const query = new URLSearchParams({ Action: 'SendMessage', MessageBody: 'a', Version: '2012-11-05', QueueUrl: `https://queue.amazonaws.com${QUEUE}` });
  for (const service of ['sqs', undefined]) {
    const response = await fetch(`${endpoint.url}/?${query}`, { headers: service === undefined ? {} : signed(service) });
    expect(response.status).toBe(501);
  }
  expect(messaging.sent).toEqual([]);
});

test('receives what was sent, escaped', async () => {
  await ask('SendMessage', { 'MessageBody': '<a>\r\n', 'MessageAttribute.1.Name': 'A', 'MessageAttribute.1.Value.DataType': 'String', 'MessageAttribute.1.Value.StringValue': '&' });
  const { body } = await ask('ReceiveMessage', { 'MaxNumberOfMessages': '10', 'AttributeName.1': 'All', 'MessageAttributeName.1': 'A' });
  expect(body).toContain(`<MD5OfBody>${md5('<a>\r\n')}</MD5OfBody><Body>&lt;a&gt;&#13;\n</Body><Attribute><Name>SentTimestamp</Name><Value>`);
  expect(body).toContain('<MessageAttribute><Name>A</Name><Value><DataType>String</DataType><StringValue>&amp;</StringValue></Value></MessageAttribute></Message></ReceiveMessageResult>');
  expect((await ask('ReceiveMessage')).body).toContain('<ReceiveMessageResult></ReceiveMessageResult>');
  expect((await ask('DeleteMessage', { ReceiptHandle: text(body, 'ReceiptHandle')! })).body)
    .toMatch(/<DeleteMessageResponse xmlns="[^"]+"><ResponseMetadata>/);
});

test('sends more than nine messages in their order', async () => {
  const parameters = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [
    [`SendMessageBatchRequestEntry.${i + 1}.Id`, `${i}`], [`SendMessageBatchRequestEntry.${i + 1}.MessageBody`, i === 9 ? '\u0001' : `${i}`],
  ]).flat());
  const { body } = await ask('SendMessageBatch', parameters);
  expect(messaging.sent.map(message => message.body)).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8']);
  expect(body.match(/<SendMessageBatchResultEntry>/g)).toHaveLength(9);
  expect(body).toContain('<BatchResultErrorEntry><Id>9</Id><SenderFault>true</SenderFault><Code>InvalidMessageContents</Code><Message>Invalid characters found.');
});

test('tells URL and attributes', async () => {
  expect(text((await ask('GetQueueUrl', { QueueName: 'orders' }, '/')).body, 'QueueUrl')).toBe(`${endpoint.url}${QUEUE}`);
  expect((await ask('GetQueueAttributes', { 'AttributeName.1': 'QueueArn' })).body)
    .toContain('<GetQueueAttributesResult><Attribute><Name>QueueArn</Name><Value>arn:aws:sqs:us-east-1:111111111111:orders</Value></Attribute></GetQueueAttributesResult>');
});

test.each([
  ['SendMessage', { MessageBody: 'a' }, '/111111111111/nothing', 'AWS.SimpleQueueService.NonExistentQueue', 'The specified queue does not exist for this wsdl version.'],
  ['SendMessage', { MessageBody: 'a' }, '/', 'MissingParameter', 'The request must contain the parameter QueueUrl.'],
  ['SendMessage', {}, QUEUE, 'MissingParameter', 'The request must contain the parameter MessageBody.'],
  ['SendMessage', { MessageBody: 'a', DelaySeconds: '901' }, QUEUE, 'InvalidParameterValue', 'Value 901 for parameter DelaySeconds is invalid. Reason: DelaySeconds must be &gt;= 0 and &lt;= 900.'],
  ['ReceiveMessage', { MaxNumberOfMessages: '11' }, QUEUE, 'InvalidParameterValue', 'Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.'],
  ['SendMessageBatch', {}, QUEUE, 'AWS.SimpleQueueService.EmptyBatchRequest', 'There should be at least one SendMessageBatchRequestEntry in the request.'],
  ['DeleteMessage', { ReceiptHandle: 'garbage' }, QUEUE, 'ReceiptHandleIsInvalid', 'The input receipt handle &quot;garbage&quot; is not a valid receipt handle.'],
])('refuses %s with %j at %s', async (action, parameters, path, code, message) => {
  const { status, body } = await ask(action, parameters, path);
  expect({ status, type: text(body, 'Type'), code: text(body, 'Code'), message: text(body, 'Message') }).toEqual({ status: 400, type: 'Sender', code, message });
  expect(body).toMatch(/^<\?xml version="1.0"\?><ErrorResponse xmlns="http:\/\/queue.amazonaws.com\/doc\/2012-11-05\/"><Error>.*<\/Error><RequestId>[^<]+<\/RequestId><\/ErrorResponse>$/);
});

test('does not guess in which words a number is refused', async () => {
  const { status, body } = await ask('SendMessage', { MessageBody: 'a', DelaySeconds: 'soon' });
  expect({ status, message: text(body, 'Message') })
    .toEqual({ status: 501, message: 'The simulator does not know in which words the service refuses a `DelaySeconds` that is not an integer. Send an integer.' });
});

test('survives parameters that nobody sends', async () => {
  const nested = Array(50_000).fill('a').join('.');
  expect((await ask('SendMessage', { [nested]: 'x', '__proto__.1.Name': 'x', 'MessageAttribute.x': 'y', 'MessageBody': 'a' })).status).not.toBe(200);
  expect((await ask('SendMessage', { [nested]: 'x', '__proto__.1.Name': 'x', 'MessageBody': 'a' })).status).toBe(200);
});
