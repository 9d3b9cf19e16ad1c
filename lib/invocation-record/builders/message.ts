import { DEAD_LETTER_ATTRIBUTE, type DeadLetter } from '../dead-letter';

/** What goes into an envelope. */
export interface Message {
  /** A text as it is; anything else as JSON. */
  readonly body: unknown;
  readonly attributes?: readonly MessageAttribute[];
}

export interface MessageAttribute {
  readonly name: string;
  readonly type: 'String' | 'Number';
  readonly value: string;
}

/** The message that a dead-letter queue or topic gets; `{}` stands for no payload, as Lambda has it. */
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

export function bodyText({ body }: Message): string {
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** The attributes as each service shows them. */
export function shownAttributes({ attributes = [] }: Message, type: string, value: string): Record<string, Record<string, string>> {
  return Object.fromEntries(attributes.map(attribute => [attribute.name, { [type]: attribute.type, [value]: attribute.value }]));
}
