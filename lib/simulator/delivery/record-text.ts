import { CONDITION } from '../../contract/invocation-record';
import type { SimulatedEvent } from '../events/simulated-event';
import type { Random } from '../random';
import { NotKnownError } from '../state';

/**
 * The invocation record of an event that has ended, as Lambda writes it: without blanks, but with the payloads exactly as
 * they came.
 *
 * @param withPayloads whether the record contains the payloads of request and response
 * @throws NotKnownError if Lambda stopped the event as a recursive loop
 */
export function recordText(event: SimulatedEvent, endedAt: number, random: Random, withPayloads = true): string {
  if (event.isRecursive) {
    throw new NotKnownError(
      'what the record of an event in a recursive loop says',
      'Look at the metric `RecursiveInvocationsDropped` instead.',
    );
  }
  const requestId = random.uuid(event.number);
  const parts = [
    '"version":"1.0"',
    `"timestamp":"${new Date(endedAt).toISOString()}"`,
    `"requestContext":${JSON.stringify({
      requestId,
      functionArn: event.functionArn,
      condition: event.condition,
      // Recorded: 1 for a success, even after failed attempts.
      approximateInvokeCount: event.hasSucceeded ? 1 : event.attempts,
    })}`,
  ];
  if (withPayloads) {
    parts.push(`"requestPayload":${event.payload}`);
  }
  const context = responseContext(event);
  if (context) {
    parts.push(`"responseContext":${JSON.stringify(context)}`);
  }
  const response = withPayloads ? responsePayload(event, requestId) : undefined;
  if (response !== undefined) {
    parts.push(`"responsePayload":${response}`);
  }
  return `{${parts.join(',')}}`;
}

/** The status of the last attempt: 200 for function errors, too. */
export function statusCode(event: SimulatedEvent): number | undefined {
  if (event.condition === CONDITION.zeroReservedConcurrency) {
    return undefined;
  }
  const kind = event.lastTry?.kind;
  return kind === undefined ? undefined : { 'throttled': 429, 'system-error': 500, 'gone': 404 }[kind as string] ?? 200;
}

/** The error of the last run; undefined if there is none. */
export function lastError(event: SimulatedEvent, requestId: string) {
  return event.condition === CONDITION.zeroReservedConcurrency ? undefined : event.lastError(requestId);
}

function responseContext(event: SimulatedEvent): object | undefined {
  const status = statusCode(event);
  if (status === undefined) {
    return undefined;
  }
  const step = event.lastTry;
  const version = step && 'version' in step ? step.version : undefined;
  if (version === undefined) {
    return { statusCode: status };
  }
  return { statusCode: status, executedVersion: version, ...(event.hasSucceeded ? {} : { functionError: 'Unhandled' }) };
}

function responsePayload(event: SimulatedEvent, requestId: string): string | undefined {
  const error = lastError(event, requestId);
  if (error) {
    return JSON.stringify(error);
  }
  return event.response;
}
