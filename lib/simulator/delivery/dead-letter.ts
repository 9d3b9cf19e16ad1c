import type { MessageAttribute } from './message';
import { lastError, statusCode } from './record-text';
import { DEAD_LETTER_ERROR_MESSAGE } from '../../constraints/aws-lambda/dead-letter-queue';
import { DEAD_LETTER_ATTRIBUTE } from '../../invocation-record';
import type { SimulatedEvent } from '../events/simulated-event';

/** The attributes of a dead letter. Those that were not recorded for a kind of failure are left out. */
export function deadLetterAttributes(event: SimulatedEvent, requestId: string): Record<string, MessageAttribute> {
  const status = statusCode(event);
  const message = lastError(event, requestId)?.errorMessage;
  return {
    [DEAD_LETTER_ATTRIBUTE.requestId]: { DataType: 'String', StringValue: requestId },
    ...status === undefined ? {} : { [DEAD_LETTER_ATTRIBUTE.errorCode]: { DataType: 'Number', StringValue: String(status) } },
    ...message === undefined ? {} : { [DEAD_LETTER_ATTRIBUTE.errorMessage]: { DataType: 'String', StringValue: cut(message) } },
  };
}

/** The first bytes that fit into an attribute, cut between two characters. */
function cut(message: string): string {
  const bytes = new TextEncoder().encode(message);
  if (bytes.length <= DEAD_LETTER_ERROR_MESSAGE.max) {
    return message;
  }
  let end = DEAD_LETTER_ERROR_MESSAGE.max;
  while (isWithinCharacter(bytes[end])) {
    end -= 1;
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, end));
}

function isWithinCharacter(byte: number): boolean {
  return byte >= 0b1000_0000 && byte < 0b1100_0000;
}
