import { ATTRIBUTES, digestOf } from './attributes';
import { queueOf } from './queue-of';
import { invalidParameter } from './refusals';
import { VISIBILITY_TIMEOUT } from '../../../constraints/aws-sqs/queue';
import { MAX_NUMBER_OF_MESSAGES, WAIT_TIME } from '../../../constraints/aws-sqs/receive-message';
import { md5 } from '../../../doors/hash';
import type { ReceivedMessage } from '../../state';
import { operation } from '../model/api';
import { list, map, structure } from '../model/shape';

const MESSAGE = structure({
  MessageId: 'string',
  ReceiptHandle: 'string',
  MD5OfBody: 'string',
  Body: 'string',
  Attributes: map('string', 'Attribute'),
  MD5OfMessageAttributes: 'string',
  MessageAttributes: ATTRIBUTES,
});

/** It never waits for messages: only you move the clock. */
export const receiveMessage = operation(
  structure({
    QueueUrl: 'string',
    AttributeNames: list('string', 'AttributeName'),
    MessageSystemAttributeNames: list('string', 'MessageSystemAttributeName'),
    MessageAttributeNames: list('string', 'MessageAttributeName'),
    MaxNumberOfMessages: 'integer',
    VisibilityTimeout: 'integer',
    WaitTimeSeconds: 'integer',
    ReceiveRequestAttemptId: 'string',
  }),
  structure({ Messages: list(MESSAGE, 'Message') }),
  (call, input) => {
    const queue = queueOf(call, input.QueueUrl);
    const { WaitTimeSeconds = WAIT_TIME.min, VisibilityTimeout: visibilityTimeout } = input;
    const { MaxNumberOfMessages: max = MAX_NUMBER_OF_MESSAGES.default! } = input;
    if (WaitTimeSeconds < WAIT_TIME.min || WaitTimeSeconds > WAIT_TIME.max) {
      throw invalidParameter('WaitTimeSeconds', WaitTimeSeconds, `Must be >= ${WAIT_TIME.min} and <= ${WAIT_TIME.max}, if provided.`);
    }
    if (max < MAX_NUMBER_OF_MESSAGES.min || max > MAX_NUMBER_OF_MESSAGES.max) {
      throw invalidParameter('MaxNumberOfMessages', max, `Must be between ${MAX_NUMBER_OF_MESSAGES.min} and ${MAX_NUMBER_OF_MESSAGES.max}, if provided.`);
    }
    checkTimeout(visibilityTimeout);
    const messages = call.messaging.queues.receive(queue, { max, visibilityTimeout, attemptId: input.ReceiveRequestAttemptId });
    const systemNames = input.MessageSystemAttributeNames ?? input.AttributeNames ?? [];
    return { Messages: messages.length === 0 ? undefined : messages.map(message => shown(message, systemNames, input.MessageAttributeNames ?? [])) };
  },
);

/** @throws ServiceError if the timeout is out of range */
export function checkTimeout(timeout: number | undefined): void {
  if (timeout !== undefined && (timeout < VISIBILITY_TIMEOUT.min || timeout > VISIBILITY_TIMEOUT.max)) {
    throw invalidParameter('VisibilityTimeout', timeout, `Must be >= ${VISIBILITY_TIMEOUT.min} and <= ${VISIBILITY_TIMEOUT.max}, if provided.`);
  }
}

function shown(message: ReceivedMessage, systemNames: readonly string[], names: readonly string[]): object {
  const attributes = only(message.attributes, name => names.some(wanted => matches(wanted, name)));
  const systemAttributes = only(message.systemAttributes, name => systemNames.includes('All') || systemNames.includes(name));
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    MD5OfBody: md5(message.body),
    Body: message.body,
    Attributes: systemAttributes,
    MD5OfMessageAttributes: attributes && digestOf(attributes),
    MessageAttributes: attributes,
  };
}

/** A name, all names, or all that begin with a text before `.*`. */
function matches(wanted: string, name: string): boolean {
  return wanted === 'All' || wanted === name || (wanted.endsWith('.*') && name.startsWith(wanted.slice(0, -2)));
}

function only<T>(attributes: Readonly<Record<string, T>>, isWanted: (name: string) => boolean): Readonly<Record<string, T>> | undefined {
  const found = Object.entries(attributes).filter(([name]) => isWanted(name));
  return found.length === 0 ? undefined : Object.fromEntries(found);
}
