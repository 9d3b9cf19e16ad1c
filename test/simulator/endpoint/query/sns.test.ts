import { NotFoundException, PublishBatchCommand, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { listen, type Endpoint } from '../../../../lib/simulator/endpoint';
import { DeployedService } from '../../service/deployed';
import { Messaging } from '../messaging';
import { sendQuery, text } from '../requests';

const TOPIC = 'arn:aws:sns:us-east-1:111111111111:orders';
const FIFO = `${TOPIC}.fifo`;
const LARGE = 'arn:aws:sns:us-east-1:111111111111:large';
const CONTENT = 'arn:aws:sns:us-east-1:111111111111:content.fifo';

let endpoint: Endpoint;
let messaging: Messaging;
let sns: SNSClient;

beforeEach(async () => {
  messaging = new Messaging({
    topics: { 'orders': {}, 'orders.fifo': {}, 'content.fifo': { contentBasedDeduplication: true }, 'large': { maximumMessageSize: 1_048_576 } },
  });
  endpoint = await listen(new DeployedService({ functions: {}, messaging }));
  sns = new SNSClient({ endpoint: endpoint.url, region: 'us-east-1', credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' } });
});
afterEach(() => endpoint.close());

const publish = (input: object) => sns.send(new PublishCommand({ TopicArn: TOPIC, Message: 'a', ...input }));

test('publishes a message with its subject and attributes', async () => {
  const MessageAttributes = { Colour: { DataType: 'String', StringValue: 'grün & <rot>' }, Raw: { DataType: 'Binary', BinaryValue: Buffer.from([0, 255]) } };
  const { MessageId, SequenceNumber } = await publish({ Message: 'tüt', Subject: 'Hi', MessageAttributes });
  expect(MessageId).toMatch(/^[0-9a-f-]{36}$/);
  expect(SequenceNumber).toBeUndefined();
  expect(messaging.published).toMatchObject([{
    message: 'tüt',
    messageOf: {},
    subject: 'Hi',
    attributes: { Colour: { DataType: 'String', StringValue: 'grün & <rot>' }, Raw: { DataType: 'Binary', BinaryValue: 'AP8=' } },
  }]);
});

test('publishes a message for each protocol, and ignores what is no text', async () => {
  await publish({ Message: JSON.stringify({ default: 'all', sqs: 'queues', lambda: 1 }), MessageStructure: 'json', TopicArn: undefined, TargetArn: TOPIC });
  expect(messaging.published).toMatchObject([{ message: 'all', messageOf: { sqs: 'queues' } }]);
  expect(messaging.published[0].messageOf).not.toHaveProperty('lambda');
});

test('publishes to a FIFO topic', async () => {
  const { SequenceNumber } = await publish({ TopicArn: FIFO, MessageGroupId: 'g', MessageDeduplicationId: 'd' });
  expect(SequenceNumber).toBe('1');
  await publish({ TopicArn: CONTENT, MessageGroupId: 'g' });
  expect(messaging.published).toMatchObject([{ groupId: 'g', deduplicationId: 'd' }, { groupId: 'g', deduplicationId: undefined }]);
});

test('publishes a batch', async () => {
  const { Successful, Failed } = await sns.send(new PublishBatchCommand({
    TopicArn: FIFO,
    PublishBatchRequestEntries: ['a', 'b'].map(Id => ({ Id, Message: Id, MessageGroupId: 'g', MessageDeduplicationId: Id })),
  }));
  expect(Successful).toMatchObject([{ Id: 'a', SequenceNumber: '1' }, { Id: 'b', SequenceNumber: '2' }]);
  expect(Failed).toEqual([]);
  expect(messaging.published.map(({ message }) => message)).toEqual(['a', 'b']);
});

test('knows the run that sends', async () => {
  const parameters = { Action: 'Publish', Version: '2010-03-31', TopicArn: TOPIC, Message: 'a' };
  const response = await fetch(endpoint.url, { method: 'POST', headers: { 'X-Amzn-Trace-Id': 'Root=1-a-b' }, body: new URLSearchParams(parameters) });
  expect(await response.text()).toMatch(
    /^<\?xml version="1.0"\?><PublishResponse xmlns="[^"]+\/2010-03-31\/"><PublishResult><MessageId>[^<]+<\/MessageId><\/PublishResult><ResponseMetadata>.*$/,
  );
  expect(messaging.published).toMatchObject([{ caller: { trace: 'Root=1-a-b' } }]);
});

test('is an instance of the error of the SDK', async () => {
  const missing = publish({ TopicArn: `${TOPIC}s` });
  await expect(missing).rejects.toThrow(NotFoundException);
  await expect(missing).rejects.toMatchObject({ message: 'Topic does not exist', $metadata: { httpStatusCode: 404 } });
});

const attribute = (name: string, value: object) => ({ MessageAttributes: { [name]: value } });
const TEXT = { DataType: 'String', StringValue: 'a' };

test.each([
  ['an empty message', { Message: '' }, 'InvalidParameter', 'Invalid parameter: Empty message'],
  ['an empty subject', { Subject: '' }, 'InvalidParameter', 'Invalid parameter: Subject'],
  ['a long subject', { Subject: 'a'.repeat(101) }, 'InvalidParameter', 'Invalid parameter: Subject'],
  ['a subject of two lines', { Subject: 'a\nb' }, 'InvalidParameter', 'Invalid parameter: Subject'],
  ['half an ARN', { TopicArn: 'arn:aws' }, 'InvalidParameter', 'Invalid parameter: TopicArn Reason: An ARN must have at least 6 elements, not 2'],
  ['an empty ARN', { TopicArn: '' }, 'InvalidParameter', 'Invalid parameter: TopicArn Reason: An ARN must have at least 6 elements, not 1'],
  ['no ARN', { TopicArn: undefined }, 'InvalidParameter', 'Invalid parameter: TopicArn or TargetArn Reason: no value for required parameter'],
  ['another Region', { TopicArn: TOPIC.replace('us-east-1', 'eu-west-1') }, 'InvalidParameter', 'Invalid parameter: TopicArn'],
  ['an app', { TopicArn: undefined, TargetArn: 'arn:aws:sns:us-east-1:111111111111:endpoint/APNS/a/b' }, 'InvalidParameter', 'Invalid parameter: TargetArn Reason: No endpoint found for the target arn specified'],
  ['a large message', { Message: 'é'.repeat(131_073) }, 'InvalidParameter', 'Invalid parameter: Message too long'],
  ['attributes that make it too large', { Message: 'a'.repeat(262_144 - 7), ...attribute('a', TEXT) }, 'InvalidParameter', 'Invalid parameter: Message too long'],
  ['no default message', { MessageStructure: 'json', Message: '{"sqs":"a"}' }, 'InvalidParameter', 'Invalid parameter: Message Structure - No default entry in JSON message body'],
  ['a default message that is no text', { MessageStructure: 'json', Message: '{"default":1}' }, 'InvalidParameter', 'Invalid parameter: Message Structure - No default entry in JSON message body'],
  ['no JSON', { MessageStructure: 'json', Message: '{' }, 'InvalidParameter', 'Invalid parameter: Message Structure - JSON message body failed to parse'],
  ['a deduplication id for a standard topic', { MessageDeduplicationId: 'a' }, 'InvalidParameter', 'Invalid parameter: MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter that is not valid for this topic type'],
  ['no group for a FIFO topic', { TopicArn: FIFO, MessageDeduplicationId: 'a' }, 'InvalidParameter', 'Invalid parameter: The MessageGroupId parameter is required for FIFO topics'],
  ['no deduplication for a FIFO topic', { TopicArn: FIFO, MessageGroupId: 'g' }, 'InvalidParameter', 'Invalid parameter: The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly'],
  ['an attribute without a value', attribute('attr1', { DataType: 'String' }), 'ParameterValueInvalid', "The message attribute 'attr1' must contain non-empty message attribute value for message attribute type 'String'."],
  ['an empty attribute', attribute('attr1', { DataType: 'Number', StringValue: '' }), 'ParameterValueInvalid', "The message attribute 'attr1' must contain non-empty message attribute value for message attribute type 'Number'."],
  ['bytes as text', attribute('attr1', { DataType: 'String', BinaryValue: Buffer.from('a') }), 'ParameterValueInvalid', "The message attribute 'attr1' with type 'String' must use field 'String'."],
  ['text as bytes', attribute('attr1', { DataType: 'Binary', StringValue: 'a' }), 'ParameterValueInvalid', "The message attribute 'attr1' with type 'Binary' must use field 'Binary'."],
  ['an unknown type', attribute('attr1', { DataType: 'InvalidType', StringValue: 'a' }), 'ParameterValueInvalid', "The message attribute 'attr1' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String."],
  ['no type', attribute('attr1', { StringValue: 'a' }), 'ValidationError', "1 validation error detected: Value null at 'messageAttributes.attr1.member.dataType' failed to satisfy constraint: Member must not be null"],
  ['a long name', attribute('a'.repeat(257), TEXT), 'ParameterValueInvalid', 'Length of message attribute name must be less than 256 bytes.'],
  ['a wrong name', attribute('a^', TEXT), 'ParameterValueInvalid', "Invalid non-alphanumeric character '#x5E' was found in the message attribute name. Can only include alphanumeric characters, hyphens, underscores, or dots."],
  ['a period at the beginning', attribute('.a', TEXT), 'ParameterValueInvalid', "Invalid message attribute name starting with character '.' was found."],
  ['a period at the end', attribute('a.', TEXT), 'ParameterValueInvalid', "Invalid message attribute name ending with character '.' was found."],
  ['two periods', attribute('a..b', TEXT), 'ParameterValueInvalid', "Message attribute name can not have successive '.' character."],
])('refuses %s', async (_, input, Code, message) => {
  await expect(publish(input)).rejects.toMatchObject({ Code, message, $metadata: { httpStatusCode: 400 } });
  expect(messaging.published).toEqual([]);
});

test.each([
  ['a subject of 100 characters', { Subject: 'a'.repeat(100) }],
  ['256 KiB', { Message: 'é'.repeat(131_072) }],
  ['attributes that just fit', { Message: 'a'.repeat(262_144 - 8), ...attribute('a', TEXT) }],
  ['1 MiB on a topic that takes it', { TopicArn: LARGE, Message: 'a'.repeat(1_048_576) }],
  ['an array of texts', attribute('a', { DataType: 'String.Array', StringValue: '["a"]' })],
  ['a name of 256 characters', attribute('a'.repeat(256), TEXT)],
  ['a group on a standard topic', { MessageGroupId: 'g' }],
])('accepts %s', async (_, input) => {
  expect(await publish(input)).toMatchObject({ MessageId: expect.any(String) });
});

const entries = (count: number, entry: object = {}) => Array.from({ length: count }, (_, index) => ({ Id: `${index}`, Message: 'a', ...entry }));

test.each([
  ['nothing', TOPIC, [], 'EmptyBatchRequest', "The batch request doesn't contain any entries."],
  ['eleven messages', TOPIC, entries(11), 'TooManyEntriesInBatchRequest', 'The batch request contains more entries than permissible.'],
  ['one id twice', TOPIC, entries(2, { Id: 'a' }), 'BatchEntryIdsNotDistinct', 'Two or more batch entries in the request have the same Id.'],
  ['a wrong id', TOPIC, entries(1, { Id: 'a.b' }), 'InvalidBatchEntryId', "The Id of a batch entry in a batch request doesn't abide by the specification."],
  ['no topic', `${TOPIC}s`, entries(1), 'NotFound', 'Topic does not exist'],
  ['an attribute without type', TOPIC, entries(1, attribute('attr1', { StringValue: 'a' })), 'ValidationError', "1 validation error detected: Value null at 'publishBatchRequestEntries.1.member.messageAttributes.attr1.member.dataType' failed to satisfy constraint: Member must not be null"],
  ['more than 256 KiB', TOPIC, entries(2, { Message: 'a'.repeat(131_073) }), 'BatchRequestTooLong', 'The length of all the messages put together is more than the limit.'],
  ['no group', FIFO, entries(1, { MessageDeduplicationId: 'a' }), 'InvalidParameter', 'Invalid parameter: The MessageGroupId parameter is required for FIFO topics'],
])('refuses a batch with %s', async (_, TopicArn, PublishBatchRequestEntries, Code, message) => {
  const command = new PublishBatchCommand({ TopicArn, PublishBatchRequestEntries: PublishBatchRequestEntries as never });
  await expect(sns.send(command)).rejects.toMatchObject({ Code, message });
  expect(messaging.published).toEqual([]);
});

test.each([
  [{ PhoneNumber: '+15551234567' }, 'The simulator does not know what becomes of a message to a phone number. Publish to a topic.'],
  [{ TopicArn: TOPIC, MessageGroupId: 'a b' }, 'The simulator does not know in which words Amazon SNS refuses the id of a message group or deduplication. Use 1 to 128 letters, digits and punctuation.'],
  [{ TopicArn: TOPIC, MessageStructure: 'xml' }, 'The simulator does not know how Amazon SNS refuses a `MessageStructure` other than `json`. Leave it out.'],
])('does not guess what becomes of %j', async (parameters, message) => {
  const { status, body } = await sendQuery(endpoint.url, 'sns', { Action: 'Publish', Message: 'a', ...parameters as Record<string, string> });
  expect({ status, code: text(body, 'Code'), message: text(body, 'Message') }).toEqual({ status: 501, code: 'NotKnownOfTheRealService', message });
});

test.each([
  ['sns', 'CreateTopic', '`CreateTopic` of Amazon SNS. The simulator serves Publish and PublishBatch.'],
  ['sts', 'GetCallerIdentity', 'the action `GetCallerIdentity` of the service `sts`. The simulator serves Lambda, Amazon SQS, Amazon SNS, Amazon EventBridge and Amazon S3.'],
])('does not serve %s %s', async (service, Action, message) => {
  const { status, body } = await sendQuery(endpoint.url, service, { Action });
  expect({ status, code: text(body, 'Code'), message: text(body, 'Message') }).toEqual({ status: 501, code: 'NotSimulated', message: `Not simulated: ${message}` });
});
