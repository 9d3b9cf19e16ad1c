import {
  ChangeMessageVisibilityBatchCommand, ChangeMessageVisibilityCommand, DeleteMessageBatchCommand, DeleteMessageCommand, GetQueueAttributesCommand,
  GetQueueUrlCommand, PurgeQueueCommand, QueueDoesNotExist, ReceiveMessageCommand, SendMessageBatchCommand, SendMessageCommand, SQSClient,
} from '@aws-sdk/client-sqs';
import { listen, type Endpoint } from '../../../../lib/simulator/endpoint';
import { DeployedService } from '../../service/deployed';
import { Messaging, md5 } from '../messaging';
import { sendJson } from '../requests';

let endpoint: Endpoint;
let messaging: Messaging;
let sqs: SQSClient;
let url: (name: string) => string;

beforeEach(async () => {
  messaging = new Messaging({
    queues: {
      'orders': {},
      'forbidden': {},
      'small': { maximumMessageSize: 1024 },
      'orders.fifo': {},
      'content.fifo': { contentBasedDeduplication: true, attributes: { FifoQueue: 'true' } },
    },
  });
  endpoint = await listen(new DeployedService({ functions: {}, messaging }));
  sqs = new SQSClient({ endpoint: endpoint.url, region: 'us-east-1', credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' } });
  url = name => `https://sqs.us-east-1.amazonaws.com/111111111111/${name}`;
});
afterEach(() => endpoint.close());

async function received(options: object = {}) {
  return (await sqs.send(new ReceiveMessageCommand({ QueueUrl: url('orders'), ...options }))).Messages ?? [];
}

test('sends, receives and deletes a message, with digests that the SDK accepts', async () => {
  const attributes = { Colour: { DataType: 'String', StringValue: 'grün' }, Count: { DataType: 'Number.int', StringValue: '-1.5e3' }, Raw: { DataType: 'Binary', BinaryValue: Buffer.from([0, 255]) } };
  const sent = await sqs.send(new SendMessageCommand({ QueueUrl: url('orders'), MessageBody: 'tüt', MessageAttributes: attributes, DelaySeconds: 900 }));
  expect(sent).toMatchObject({ MD5OfMessageBody: md5('tüt'), MD5OfMessageAttributes: expect.stringMatching(/^[0-9a-f]{32}$/), MessageId: expect.any(String) });
  expect(messaging.sent).toMatchObject([{ queue: 'orders', body: 'tüt', delay: 900, attributes: { Raw: { DataType: 'Binary', BinaryValue: 'AP8=' } } }]);

  const [message] = await received({ MessageAttributeNames: ['All'], MessageSystemAttributeNames: ['All'] });
  expect(message).toMatchObject({ Body: 'tüt', MD5OfMessageAttributes: sent.MD5OfMessageAttributes, Attributes: { ApproximateReceiveCount: '1' } });
  expect(Buffer.from(message.MessageAttributes!.Raw.BinaryValue!)).toEqual(Buffer.from([0, 255]));
  await sqs.send(new DeleteMessageCommand({ QueueUrl: url('orders'), ReceiptHandle: message.ReceiptHandle }));
  expect(await received()).toEqual([]);
});

test('has the digest of attributes that the service was recorded to have', async () => {
  const attributes = { Hello: { DataType: 'String', StringValue: 'There' }, General: { DataType: 'String', StringValue: 'Kenobi' } };
  const { MD5OfMessageAttributes } = await sqs.send(new SendMessageCommand({ QueueUrl: url('orders'), MessageBody: 'msg', MessageAttributes: { ...attributes, 'Help.Me': { DataType: 'String', StringValue: 'Me' } } }));
  expect(MD5OfMessageAttributes).toBe('4c360f3fdafd970e05fae2f149d997f5');
  await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl: url('orders'), ReceiptHandle: (await received())[0].ReceiptHandle, VisibilityTimeout: 0 }));
  expect(await received({ MessageAttributeNames: ['Hello', 'General', 'Other'] })).toMatchObject([{ MD5OfMessageAttributes: 'fca026605781cb4126a1e9044df24232' }]);
});

test('shows only the attributes that the client asks for', async () => {
  const attributes = { 'Foo': { DataType: 'String', StringValue: '1' }, 'Foo.Bar': { DataType: 'String', StringValue: '2' } };
  await sqs.send(new SendMessageCommand({ QueueUrl: url('orders'), MessageBody: 'a', MessageAttributes: attributes }));
  const names = async (options: object) => {
    const [{ MessageAttributes = {}, Attributes = {}, ReceiptHandle }] = await received(options);
    await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl: url('orders'), ReceiptHandle, VisibilityTimeout: 0 }));
    return [Object.keys(MessageAttributes), Object.keys(Attributes)];
  };
  expect(await names({})).toEqual([[], []]);
  expect(await names({ MessageAttributeNames: ['.*'] })).toEqual([['Foo', 'Foo.Bar'], []]);
  expect(await names({ MessageAttributeNames: ['Foo..*'] })).toEqual([['Foo.Bar'], []]);
  expect(await names({ MessageAttributeNames: ['Foo'], AttributeNames: ['SentTimestamp'] })).toEqual([['Foo'], ['SentTimestamp']]);
});

test('knows the run that sends, and keeps the trace of a message', async () => {
  const MessageSystemAttributes = { AWSTraceHeader: { DataType: 'String', StringValue: 'Root=1-2-3' } };
  const { status, body } = await sendJson(endpoint.url, 'AmazonSQS.SendMessage', { QueueUrl: url('orders'), MessageBody: 'a', MessageSystemAttributes }, { 'X-Amzn-Trace-Id': 'Root=1-a-b' });
  expect(status).toBe(200);
  expect(JSON.parse(body).MD5OfMessageSystemAttributes).toMatch(/^[0-9a-f]{32}$/);
  expect(messaging.sent).toMatchObject([{ caller: { trace: 'Root=1-a-b', region: 'us-east-1' }, traceHeader: 'Root=1-2-3' }]);
});

test('sends a batch, and tells which of its messages fail', async () => {
  const { Successful, Failed } = await sqs.send(new SendMessageBatchCommand({
    QueueUrl: url('small'),
    Entries: [{ Id: 'a', MessageBody: 'x'.repeat(1024) }, { Id: 'b', MessageBody: 'x'.repeat(1025) }, { Id: 'c', MessageBody: '\u0001' }],
  }));
  expect(Successful).toMatchObject([{ Id: 'a', MD5OfMessageBody: md5('x'.repeat(1024)) }]);
  expect(Failed).toEqual([
    { Id: 'b', SenderFault: true, Code: 'InvalidParameterValue', Message: 'One or more parameters cannot be validated. Reason: Message must be shorter than 1024 bytes.' },
    { Id: 'c', SenderFault: true, Code: 'InvalidMessageContents', Message: expect.stringMatching(/^Invalid characters found\./) },
  ]);
});

test('deletes and changes batches', async () => {
  await sqs.send(new SendMessageBatchCommand({ QueueUrl: url('orders'), Entries: [{ Id: 'a', MessageBody: 'a' }, { Id: 'b', MessageBody: 'b' }] }));
  const [a, b] = (await received({ MaxNumberOfMessages: 10 })).map(({ ReceiptHandle }) => ReceiptHandle);
  expect(await sqs.send(new ChangeMessageVisibilityBatchCommand({
    QueueUrl: url('orders'), Entries: [{ Id: 'a', ReceiptHandle: a, VisibilityTimeout: 0 }, { Id: 'b', ReceiptHandle: b, VisibilityTimeout: 43_200 }],
  }))).toMatchObject({
    Successful: [{ Id: 'a' }],
    Failed: [{ Id: 'b', Code: 'InvalidParameterValue', Message: 'Value 43200 for parameter VisibilityTimeout is invalid. Reason: Total VisibilityTimeout for the message is beyond the limit [43200 seconds]' }],
  });
  expect(await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: url('orders'), Entries: [{ Id: 'b', ReceiptHandle: b }, { Id: 'x', ReceiptHandle: 'garbage' }] }))).toMatchObject({
    Successful: [{ Id: 'b' }],
    Failed: [{ Id: 'x', Code: 'ReceiptHandleIsInvalid', Message: 'The input receipt handle "garbage" is not a valid receipt handle.' }],
  });
});

test('finds queues, and tells their attributes', async () => {
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: 'orders' }));
  expect(QueueUrl).toBe(`${endpoint.url}/111111111111/orders`);
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'a' }));
  expect((await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }))).Attributes).toEqual({
    QueueArn: 'arn:aws:sqs:us-east-1:111111111111:orders',
    VisibilityTimeout: '30',
    ApproximateNumberOfMessages: '1',
    ApproximateNumberOfMessagesNotVisible: '0',
    ApproximateNumberOfMessagesDelayed: '0',
    CreatedTimestamp: '1789398000',
    LastModifiedTimestamp: '1789398000',
  });
  expect((await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }))).Attributes).toEqual({ QueueArn: 'arn:aws:sqs:us-east-1:111111111111:orders' });
  expect((await sqs.send(new GetQueueAttributesCommand({ QueueUrl }))).Attributes).toBeUndefined();
});

test('purges a queue once a minute', async () => {
  await sqs.send(new PurgeQueueCommand({ QueueUrl: url('orders') }));
  await expect(sqs.send(new PurgeQueueCommand({ QueueUrl: url('orders') }))).rejects.toMatchObject({
    name: 'PurgeQueueInProgress', message: 'Only one PurgeQueue operation on orders is allowed every 60 seconds.', $metadata: { httpStatusCode: 403 },
  });
});

test('is an instance of the error of the SDK', async () => {
  const missing = sqs.send(new SendMessageCommand({ QueueUrl: url('nothing'), MessageBody: 'a' }));
  await expect(missing).rejects.toThrow(QueueDoesNotExist);
  await expect(missing).rejects.toMatchObject({ message: 'The specified queue does not exist.', $metadata: { httpStatusCode: 400 } });
});

test('refuses a whole batch of a client that may not send', async () => {
  const { status, headers, body } = await sendJson(endpoint.url, 'AmazonSQS.SendMessageBatch', { QueueUrl: url('forbidden'), Entries: [{ Id: 'a', MessageBody: 'a' }] });
  expect({ status, error: headers.get('x-amzn-query-error') }).toEqual({ status: 403, error: 'AccessDenied;Sender' });
  expect(JSON.parse(body)).toEqual({ __type: 'com.amazon.coral.service#AccessDeniedException', message: 'User: somebody is not authorized to perform: sqs:sendmessage' });
});

test('looks for a queue in the Region of the client', async () => {
  const other = new SQSClient({ endpoint: endpoint.url, region: 'eu-west-1', credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' } });
  await expect(other.send(new GetQueueUrlCommand({ QueueName: 'orders' }))).rejects.toThrow('The specified queue does not exist.');
});

const LONG = 'a'.repeat(129);
const body = (size: number) => 'x'.repeat(size);

test.each([
  ['no queue', { MessageBody: 'a' }, 'MissingRequiredParameterException', 'MissingParameter', 'The request must contain the parameter QueueUrl.'],
  ['no URL', { QueueUrl: 'orders', MessageBody: 'a' }, 'InvalidAddress', 'InvalidAddress', 'The address orders is not valid for this endpoint.'],
  ['an empty body', { MessageBody: '' }, 'MissingRequiredParameterException', 'MissingParameter', 'The request must contain the parameter MessageBody.'],
  ['a body of 1 MiB and a byte', { MessageBody: body(1_048_577) }, 'InvalidParameterValueException', 'InvalidParameterValue', 'One or more parameters are invalid. Reason: Message must be shorter than 1048576 bytes.'],
  ['attributes that make it too large', { MessageBody: body(1_048_576 - 7), MessageAttributes: { a: { DataType: 'String', StringValue: '1' } } }, 'InvalidParameterValueException', 'InvalidParameterValue', 'One or more parameters are invalid. Reason: Message must be shorter than 1048576 bytes.'],
  ['a character that XML has not', { MessageBody: 'a\uFFFF' }, 'InvalidMessageContents', 'InvalidMessageContents', 'Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF'],
  ['a negative delay', { MessageBody: 'a', DelaySeconds: -1 }, 'InvalidParameterValueException', 'InvalidParameterValue', 'Value -1 for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900.'],
  ['a delay of more than 15 minutes', { MessageBody: 'a', DelaySeconds: 901 }, 'InvalidParameterValueException', 'InvalidParameterValue', 'Value 901 for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900.'],
  ['an empty attribute', { MessageBody: 'a', MessageAttributes: { Error: { DataType: 'String', StringValue: '' } } }, 'InvalidParameterValueException', 'InvalidParameterValue', "Message (user) attribute 'Error' must contain a non-empty value of type 'String'."],
  ['a number that is none', { MessageBody: 'a', MessageAttributes: { Age: { DataType: 'Number', StringValue: 'Hello' } } }, 'InvalidParameterValueException', 'InvalidParameterValue', "Can't cast the value of message (user) attribute 'Age' to a number."],
  ['eleven attributes', { MessageBody: 'a', MessageAttributes: Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`a${i}`, { DataType: 'String', StringValue: '1' }])) }, 'InvalidParameterValueException', 'InvalidParameterValue', 'Number of message attributes [11] exceeds the allowed maximum [10].'],
  ['a long group', { MessageBody: 'a', MessageGroupId: LONG }, 'InvalidParameterValueException', 'InvalidParameterValue', `Value ${LONG} for parameter MessageGroupId is invalid. Reason: MessageGroupId can only include alphanumeric and punctuation characters. 1 to 128 in length.`],
  ['a group with a space', { MessageBody: 'a', MessageGroupId: 'group 123' }, 'InvalidParameterValueException', 'InvalidParameterValue', 'Value group 123 for parameter MessageGroupId is invalid. Reason: MessageGroupId can only include alphanumeric and punctuation characters. 1 to 128 in length.'],
  ['a deduplication id', { MessageBody: 'a', MessageDeduplicationId: '1' }, 'InvalidParameterValueException', 'InvalidParameterValue', 'Value 1 for parameter MessageDeduplicationId is invalid. Reason: The request includes a parameter that is not valid for this queue type.'],
  ['no group for a FIFO queue', { QueueUrl: 'fifo', MessageBody: 'a', MessageDeduplicationId: '1' }, 'MissingRequiredParameterException', 'MissingParameter', 'The request must contain the parameter MessageGroupId.'],
  ['no deduplication for a FIFO queue', { QueueUrl: 'fifo', MessageBody: 'a', MessageGroupId: 'g' }, 'InvalidParameterValueException', 'InvalidParameterValue', 'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly'],
  ['a delay for a FIFO queue', { QueueUrl: 'fifo', MessageBody: 'a', MessageGroupId: 'g', MessageDeduplicationId: '1', DelaySeconds: 2 }, 'InvalidParameterValueException', 'InvalidParameterValue', 'Value 2 for parameter DelaySeconds is invalid. Reason: The request include parameter that is not valid for this queue type.'],
])('refuses a message with %s', async (_, input, type, code, message) => {
  const QueueUrl = { fifo: url('orders.fifo'), orders: 'orders' }[(input as { QueueUrl?: string }).QueueUrl ?? ''] ?? ('MessageBody' in input && _ === 'no queue' ? undefined : url('orders'));
  const sent = await sendJson(endpoint.url, 'AmazonSQS.SendMessage', { ...input, QueueUrl });
  expect(sent.status).toBe(400);
  expect(JSON.parse(sent.body)).toEqual({ __type: `com.amazonaws.sqs#${type}`, message });
  expect(sent.headers.get('x-amzn-query-error')).toBe(`${code};Sender`);
  expect(sent.headers.get('content-type')).toBe('application/x-amz-json-1.0');
  expect(messaging.sent).toEqual([]);
});

test.each([
  ['a body of 1 MiB', { MessageBody: body(1_048_576) }],
  ['attributes that just fit', { MessageBody: body(1_048_576 - 8), MessageAttributes: { a: { DataType: 'String', StringValue: '1' } } }],
  ['no delay', { MessageBody: 'a', DelaySeconds: 0 }],
  ['a group on a standard queue', { MessageBody: 'a', MessageGroupId: '!~azAZ09' }],
  ['a group of 128 characters', { MessageBody: 'a', MessageGroupId: LONG.slice(1) }],
  ['all characters of XML', { MessageBody: '\t\n\r \uD7FF\uE000\uFFFD\u{10FFFF}' }],
])('accepts a message with %s', async (_, input) => {
  expect((await sendJson(endpoint.url, 'AmazonSQS.SendMessage', { ...input, QueueUrl: url('orders') })).status).toBe(200);
});

test('takes a delay of zero on a FIFO queue, and derives what it can', async () => {
  const sent = await sqs.send(new SendMessageCommand({ QueueUrl: url('content.fifo'), MessageBody: 'a', MessageGroupId: 'g', DelaySeconds: 0 }));
  expect(sent.SequenceNumber).toBe('1');
  expect(messaging.sent).toMatchObject([{ groupId: 'g', deduplicationId: undefined, delay: undefined }]);
});

const entries = (count: number, entry: object = {}) => Array.from({ length: count }, (_, index) => ({ Id: `${index}`, MessageBody: 'a', ...entry }));

test.each([
  ['nothing', 'orders', [], 'EmptyBatchRequest', 'There should be at least one SendMessageBatchRequestEntry in the request.'],
  ['eleven messages', 'orders', entries(11), 'TooManyEntriesInBatchRequest', 'Maximum number of entries per request are 10. You have sent 11.'],
  ['a wrong id', 'orders', entries(1, { Id: 'invalid:id' }), 'InvalidBatchEntryId', 'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.'],
  ['a long id', 'orders', entries(1, { Id: 'a'.repeat(81) }), 'InvalidBatchEntryId', 'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.'],
  ['one id twice', 'orders', entries(2, { Id: 'a' }), 'BatchEntryIdsNotDistinct', 'Id a repeated.'],
  ['more than 1 MiB', 'orders', entries(2, { MessageBody: body(524_289) }), 'BatchRequestTooLong', 'Batch requests cannot be longer than 1048576 bytes. You have sent 1048578 bytes.'],
])('refuses a batch with %s', async (_, queue, Entries, code, message) => {
  const sent = await sendJson(endpoint.url, 'AmazonSQS.SendMessageBatch', { QueueUrl: url(queue), Entries });
  expect(sent.status).toBe(400);
  expect(JSON.parse(sent.body)).toEqual({ __type: `com.amazonaws.sqs#${code}`, message });
  expect(sent.headers.get('x-amzn-query-error')).toBe(`AWS.SimpleQueueService.${code};Sender`);
});

test.each([
  ['a group', { MessageDeduplicationId: '1' }, 'The request must contain the parameter MessageGroupId.'],
  ['a deduplication id', { MessageGroupId: 'g' }, 'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly'],
])('refuses a whole batch for a FIFO queue if a message lacks %s', async (_, entry, message) => {
  await expect(sqs.send(new SendMessageBatchCommand({ QueueUrl: url('orders.fifo'), Entries: entries(1, entry) as never })))
    .rejects.toMatchObject({ name: 'InvalidParameterValue', message });
});

test.each([
  [{ MaxNumberOfMessages: 0 }, 'Value 0 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.'],
  [{ MaxNumberOfMessages: 11 }, 'Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.'],
  [{ WaitTimeSeconds: -1 }, 'Value -1 for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <= 20, if provided.'],
  [{ WaitTimeSeconds: 21 }, 'Value 21 for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <= 20, if provided.'],
  [{ VisibilityTimeout: -1 }, 'Value -1 for parameter VisibilityTimeout is invalid. Reason: Must be >= 0 and <= 43200, if provided.'],
  [{ VisibilityTimeout: 43_201 }, 'Value 43201 for parameter VisibilityTimeout is invalid. Reason: Must be >= 0 and <= 43200, if provided.'],
])('refuses to receive with %j', async (options, message) => {
  await expect(received(options)).rejects.toMatchObject({ name: 'InvalidParameterValue', message });
});

test.each([{ MaxNumberOfMessages: 10 }, { WaitTimeSeconds: 20 }, { VisibilityTimeout: 43_200 }, { VisibilityTimeout: 0 }])('receives with %j, without waiting', async options => {
  expect(await received(options)).toEqual([]);
});

test('refuses what a receipt handle cannot do', async () => {
  await sqs.send(new SendMessageCommand({ QueueUrl: url('orders.fifo'), MessageBody: 'a', MessageGroupId: 'g', MessageDeduplicationId: '1' }));
  const change = (ReceiptHandle: string, VisibilityTimeout: number) => sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl: url('orders.fifo'), ReceiptHandle, VisibilityTimeout }));
  await expect(change('garbage', 1)).rejects.toMatchObject({ name: 'ReceiptHandleIsInvalid', message: 'The input receipt handle "garbage" is not a valid receipt handle.' });
  await expect(change('orders.fifo-1', 43_201)).rejects.toThrow('Value 43201 for parameter VisibilityTimeout is invalid. Reason: Total VisibilityTimeout for the message is beyond the limit [43200 seconds]');
  await expect(change('orders.fifo-1', -1)).rejects.toThrow('Value -1 for parameter VisibilityTimeout is invalid. Reason: Must be >= 0 and <= 43200, if provided.');
  await expect(change('orders.fifo-1', 1)).rejects.toThrow('Value orders.fifo-1 for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not available for visibility timeout change.');
  await expect(sqs.send(new DeleteMessageCommand({ QueueUrl: url('orders.fifo'), ReceiptHandle: 'orders.fifo-old' })))
    .rejects.toMatchObject({ name: 'InvalidParameterValue', message: 'Value orders.fifo-old for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.' });
});

test('refuses attributes that no queue has', async () => {
  await expect(sqs.send(new GetQueueAttributesCommand({ QueueUrl: url('orders'), AttributeNames: ['Nothing' as never] })))
    .rejects.toMatchObject({ name: 'InvalidAttributeName', message: 'Unknown Attribute Nothing.' });
});

test.each([
  ['{', 'The body is not valid JSON.'],
  ['{"QueueUrl":1}', 'NUMBER_VALUE can not be converted to a String'],
  ['{"QueueUrl":"a","DelaySeconds":"1"}', 'STRING_VALUE can not be converted to a Integer'],
  ['{"MessageAttributes":[]}', 'Unexpected value type in payload'],
  ['[]', 'Unexpected value type in payload'],
])('refuses the document %s', async (document, message) => {
  const sent = await sendJson(endpoint.url, 'AmazonSQS.SendMessage', document);
  expect(sent.status).toBe(400);
  expect(JSON.parse(sent.body)).toEqual({ __type: 'com.amazon.coral.service#SerializationException', message });
});

test.each([
  ['AmazonSQS.CreateQueue', 'CreateQueue of Amazon SQS. The simulator serves SendMessage, SendMessageBatch, ReceiveMessage, DeleteMessage, DeleteMessageBatch, ChangeMessageVisibility, ChangeMessageVisibilityBatch, GetQueueUrl, GetQueueAttributes and PurgeQueue.'],
  ['AmazonSQS.constructor', 'constructor of Amazon SQS. The simulator serves SendMessage,'],
  ['DynamoDB_20120810.GetItem', '`DynamoDB_20120810.GetItem`. The simulator serves Lambda, Amazon SQS, Amazon SNS, Amazon EventBridge and Amazon S3.'],
])('does not serve %s', async (target, message) => {
  const sent = await sendJson(endpoint.url, target, {});
  expect(sent.status).toBe(501);
  expect(JSON.parse(sent.body)).toEqual({ __type: 'NotSimulated', message: expect.stringContaining(`Not simulated: ${message}`) });
});

test('refuses a request of more than 6 MiB, and goes on', async () => {
  const sent = await sendJson(endpoint.url, 'AmazonSQS.SendMessage', { QueueUrl: url('orders'), MessageBody: body(6_291_456) });
  expect(sent.status).toBe(413);
  expect(JSON.parse(sent.body)).toEqual({ __type: 'RequestTooLarge', message: 'Refused: the body has 6291543 bytes, and the simulator takes at most 6291456 of such a request.' });
  expect(await received()).toEqual([]);
});

test('does not guess what the service does', async () => {
  const sent = await sendJson(endpoint.url, 'AmazonSQS.SendMessage', { QueueUrl: url('orders'), MessageBody: 'a', MessageAttributes: { 'AWS.x': { DataType: 'String', StringValue: '1' } } });
  expect(sent.status).toBe(501);
  expect(JSON.parse(sent.body)).toEqual({
    __type: 'NotKnownOfTheRealService',
    message: 'The simulator does not know in which words Amazon SQS refuses the message attribute `AWS.x` of type `String`. Use a name of letters, digits, -, _ and single periods between them, and no name begins with AWS. or Amazon., and one of the types String, Number, Binary, with a label or without.',
  });
});
