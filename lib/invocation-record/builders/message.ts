import { DEAD_LETTER_ATTRIBUTE, type DeadLetter } from '../dead-letter';

/** The content of an envelope. */
export interface Message {
  /** A string is sent as it is; any other value as JSON. */
  readonly body: unknown;
  readonly attributes?: readonly MessageAttribute[];
}

/** An attribute of a message. */
export interface MessageAttribute {
  readonly name: string;
  readonly type: 'String' | 'Number';
  readonly value: string;
}

/** The message of a dead-letter queue or topic. Without a payload, its body is `{}`, as Lambda sends it. */
export function deadLetterMessage({ requestId, errorCode, errorMessage, payload, payloadText }: DeadLetter): Message {
  const attributes: MessageAttribute[] = [{ name: DEAD_LETTER_ATTRIBUTE.requestId, type: 'String', value: requestId }];
  if (errorCode !== undefined) {
    attributes.push({ name: DEAD_LETTER_ATTRIBUTE.errorCode, type: 'Number', value: String(errorCode) });
  }
  if (errorMessage !== undefined) {
    attributes.push({ name: DEAD_LETTER_ATTRIBUTE.errorMessage, type: 'String', value: errorMessage });
  }
  return { body: payloadText ?? JSON.stringify(payload === undefined ? {} : payload), attributes };
}

/** The body as a string. */
export function bodyText({ body }: Message): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** The attributes in the form of a service. */
export function shownAttributes({ attributes = [] }: Message, type: string, value: string): Record<string, Record<string, string>> {
  return Object.fromEntries(attributes.map(attribute => [attribute.name, { [type]: attribute.type, [value]: attribute.value }]));
}
