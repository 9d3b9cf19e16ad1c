import type { Shape } from './shape';
import { ServiceError } from '../../state';

/** The names of JSON types in messages of the services. */
const TOKENS: Readonly<Record<string, string>> = { string: 'STRING_VALUE', number: 'NUMBER_VALUE', boolean: 'TRUE_VALUE' };
const TARGETS: Readonly<Record<string, string>> = { string: 'String', blob: 'Blob', integer: 'Integer', timestamp: 'Timestamp', boolean: 'Boolean' };

/**
 * Reads a JSON document by its form. Members that the form does not have are ignored, as the services do.
 *
 * @throws ServiceError if a value has another type
 */
export function documentOf(shape: Shape, value: unknown): unknown {
  if (typeof shape === 'string') {
    return scalarOf(shape, value);
  }
  if (shape.kind === 'list') {
    return Array.isArray(value) ? value.map(item => documentOf(shape.item, item)) : refuse('Unrecognized collection type class java.util.ArrayList');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse('Unexpected value type in payload');
  }
  const entries = Object.entries(value).filter(([name, member]) => member !== null && (shape.kind === 'map' || Object.hasOwn(shape.members, name)));
  return Object.fromEntries(entries.map(([name, member]) => [name, documentOf(shape.kind === 'map' ? shape.value : shape.members[name], member)]));
}

function scalarOf(shape: Shape & string, value: unknown): unknown {
  if (shape === 'timestamp' && typeof value === 'number') {
    return value * 1000;
  }
  if (shape === 'integer' ? Number.isInteger(value) : typeof value === (shape === 'boolean' ? 'boolean' : 'string')) {
    return shape === 'timestamp' ? timeOf(value as string) : value;
  }
  return refuse(`${TOKENS[typeof value] ?? 'START_OBJECT'} can not be converted to a ${TARGETS[shape]}`);
}

/** The AWS CLI sends times as numbers, and some clients as texts. */
function timeOf(text: string): number {
  const time = Date.parse(text);
  return Number.isNaN(time) ? refuse(`STRING_VALUE can not be converted to a ${TARGETS.timestamp}`) : time;
}

function refuse(message: string): never {
  throw new ServiceError('SerializationException', 400, message);
}
