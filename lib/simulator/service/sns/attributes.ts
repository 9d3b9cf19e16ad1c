import { invalidAttribute } from './refusals';
import { PUBLISHED_ATTRIBUTE_NAME } from '../../../constraints/aws-sns/publish';
import { ServiceError, type AttributeValue, type MessageAttributes } from '../../state';
import { map, structure, type Read } from '../model/shape';

const VALUE = structure({ DataType: 'string', StringValue: 'string', BinaryValue: 'blob' });

/** Attributes as a client sends them. */
export const ATTRIBUTES = map(VALUE);

const TYPE = /^(?:String|Number|Binary)(?:\..+)?$/;
const CHARACTER = new RegExp(`^${PUBLISHED_ATTRIBUTE_NAME.pattern}$`);

/**
 * @param entry the number of the message in a batch, from 1; absent for a single message
 * @throws ServiceError if the service refuses one of the attributes
 */
export function checkedAttributes(sent: Read<typeof ATTRIBUTES> = {}, entry?: number): MessageAttributes {
  for (const [name, value] of Object.entries(sent)) {
    checkName(name);
    checkValue(name, value, entry === undefined ? '' : `publishBatchRequestEntries.${entry}.member.`);
  }
  return sent as MessageAttributes;
}

/** The size of attributes in bytes: names, types and values. */
export function sizeOf(attributes: MessageAttributes): number {
  return Object.entries(attributes).reduce((sum, [name, { DataType, StringValue = '', BinaryValue = '' }]: [string, AttributeValue]) =>
    sum + Buffer.byteLength(name) + Buffer.byteLength(DataType) + Buffer.byteLength(StringValue) + Buffer.byteLength(BinaryValue, 'base64'), 0);
}

function checkName(name: string): void {
  if (name.length > PUBLISHED_ATTRIBUTE_NAME.max) {
    throw invalidAttribute(`Length of message attribute name must be less than ${PUBLISHED_ATTRIBUTE_NAME.max} bytes.`);
  }
  if (name.startsWith('.')) {
    throw invalidAttribute("Invalid message attribute name starting with character '.' was found.");
  }
  if (name.endsWith('.')) {
    throw invalidAttribute("Invalid message attribute name ending with character '.' was found.");
  }
  const wrong = [...name].find(character => !CHARACTER.test(character));
  if (wrong !== undefined) {
    throw invalidAttribute(
      `Invalid non-alphanumeric character '#x${wrong.codePointAt(0)!.toString(16).toUpperCase()}' was found in the message attribute name. `
      + 'Can only include alphanumeric characters, hyphens, underscores, or dots.',
    );
  }
  if (name.includes('..')) {
    throw invalidAttribute("Message attribute name can not have successive '.' character.");
  }
}

function checkValue(name: string, value: Read<typeof VALUE>, prefix: string): void {
  const { DataType, StringValue, BinaryValue } = value;
  if (DataType === undefined) {
    throw new ServiceError(
      'ValidationError',
      400,
      `1 validation error detected: Value null at '${prefix}messageAttributes.${name}.member.dataType' failed to satisfy constraint: Member must not be null`,
    );
  }
  if (!TYPE.test(DataType)) {
    throw invalidAttribute(`The message attribute '${name}' has an invalid message attribute type, the set of supported type prefixes is Binary, Number, and String.`);
  }
  const field = DataType.startsWith('Binary') ? 'Binary' : 'String';
  const [wanted, other] = field === 'Binary' ? [BinaryValue, StringValue] : [StringValue, BinaryValue];
  if (wanted === undefined && other !== undefined) {
    throw invalidAttribute(`The message attribute '${name}' with type '${DataType}' must use field '${field}'.`);
  }
  if (!wanted) {
    throw invalidAttribute(`The message attribute '${name}' must contain non-empty message attribute value for message attribute type '${DataType}'.`);
  }
}
