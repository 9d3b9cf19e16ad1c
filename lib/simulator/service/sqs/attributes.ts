import { invalidValue } from './refusals';
import { ATTRIBUTE_NAME, ATTRIBUTE_TYPE, FORBIDDEN_CHARACTER, MESSAGE_ATTRIBUTES } from '../../../constraints/aws-sqs/send-message';
import { md5 } from '../../../doors/hash';
import { NotKnownError, ServiceError, type AttributeValue, type MessageAttributes } from '../../state';
import { list, map, structure, type Read } from '../model/shape';

const VALUE = structure({ DataType: 'string', StringValue: 'string', BinaryValue: 'blob', StringListValues: list('string'), BinaryListValues: list('blob') });

/** Attributes as a client sends and gets them. */
export const ATTRIBUTES = map(VALUE, 'MessageAttribute');
export const SYSTEM_ATTRIBUTES = map(VALUE, 'MessageSystemAttribute');

/** Marks in a digest, how a value was sent. */
const STRING = Buffer.from([1]);
const BINARY = Buffer.from([2]);

const FORBIDDEN = new RegExp(FORBIDDEN_CHARACTER, 'u');
const NAME = new RegExp(`^${ATTRIBUTE_NAME.pattern}$`, 'i');
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Whether a text has only characters that a message may have. */
export function isAllowed(text: string): boolean {
  return !FORBIDDEN.test(text);
}

/** @throws ServiceError if the service refuses one of the attributes */
export function checkedAttributes(sent: Read<typeof ATTRIBUTES> = {}): MessageAttributes {
  const entries = Object.entries(sent);
  if (entries.length > MESSAGE_ATTRIBUTES.max) {
    throw invalidValue(`Number of message attributes [${entries.length}] exceeds the allowed maximum [${MESSAGE_ATTRIBUTES.max}].`);
  }
  return Object.fromEntries(entries.map(([name, value]) => [name, checkedValue(name, value)]));
}

function checkedValue(name: string, { DataType, StringValue, BinaryValue }: Read<typeof VALUE>): AttributeValue {
  const [type] = (DataType ?? '').split('.');
  if (!DataType || !ATTRIBUTE_TYPE.values.includes(type) || Math.max(name.length, DataType.length) > ATTRIBUTE_NAME.max || !NAME.test(name)) {
    throw new NotKnownError(
      `in which words Amazon SQS refuses the message attribute \`${name}\` of type \`${DataType}\``,
      `Use a name of ${ATTRIBUTE_NAME.grammar}, and one of the types ${ATTRIBUTE_TYPE.values.join(', ')}, with a label or without.`,
    );
  }
  if (type === 'Binary' ? !BinaryValue : !StringValue) {
    throw invalidValue(`Message (user) attribute '${name}' must contain a non-empty value of type '${type === 'Number' ? 'String' : type}'.`);
  }
  if (type === 'Number' && !NUMBER.test(StringValue!)) {
    throw invalidValue(`Can't cast the value of message (user) attribute '${name}' to a number.`);
  }
  if (type !== 'Binary' && !isAllowed(StringValue!)) {
    throw new ServiceError('InvalidMessageContents', 400, INVALID_CHARACTERS);
  }
  return type === 'Binary' ? { DataType, BinaryValue } : { DataType, StringValue };
}

/** The message for characters that a message may not have. */
export const INVALID_CHARACTERS =
  'Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF';

/** The size of attributes in bytes: names, types and values. */
export function sizeOf(attributes: Readonly<Record<string, Partial<AttributeValue>>> = {}): number {
  return Object.entries(attributes).reduce((sum, [name, value]) =>
    sum + Buffer.byteLength(name) + Buffer.byteLength(value.DataType ?? '') + bytesOf(value).length, 0);
}

/**
 * The MD5 digest of attributes, which SDKs compare; undefined if there are none.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html#sqs-attributes-md5-message-digest-calculation
 */
export function digestOf(attributes: MessageAttributes): string | undefined {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) {
    return undefined;
  }
  return md5(Buffer.concat(names.flatMap(name => {
    const value = attributes[name];
    const form = value.BinaryValue === undefined ? STRING : BINARY;
    return [withLength(Buffer.from(name)), withLength(Buffer.from(value.DataType)), form, withLength(bytesOf(value))];
  })));
}

function bytesOf({ StringValue, BinaryValue }: Partial<AttributeValue>): Buffer {
  return BinaryValue === undefined ? Buffer.from(StringValue ?? '') : Buffer.from(BinaryValue, 'base64');
}

function withLength(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
