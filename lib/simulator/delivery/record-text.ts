import { CONDITION } from '../../contract/invocation-record';
import { errorPayload, type SimulatedEvent } from '../events/simulated-event';
import type { Random } from '../random';
import { NotKnownError } from '../state';

/**
 * The invocation record of an event that has ended, as the service writes it: payloads
 * keep the bytes in which they came, and around them there are no blanks.
 *
 * @param withPayloads whether it carries what was sent and what came back
 * @throws NotKnownError for an event that was stopped as recursive
 */
export function recordText(event: SimulatedEvent, endedAt: number, random: Random, withPayloads = true): string {
  if (event.isRecursive) {
    throw new NotKnownError(
      'what the record of an event says that was stopped because its chain runs in circles',
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
      // Recorded: 1 also when the function failed before it succeeded.
      approximateInvokeCount: event.hasSucceeded ? 1 : event.attempts,
    })}`,
  ];
  if (withPayloads) parts.push(`"requestPayload":${event.payload}`);
  const context = responseContext(event);
  if (context) parts.push(`"responseContext":${JSON.stringify(context)}`);
  const response = withPayloads ? responsePayload(event, requestId) : undefined;
  if (response !== undefined) parts.push(`"responsePayload":${response}`);
  return `{${parts.join(',')}}`;
}

/** The status that Lambda had for the last try: 200 also for function errors. */
export function statusCode(event: SimulatedEvent): number | undefined {
  if (event.condition === CONDITION.zeroReservedConcurrency) return undefined;
  const kind = event.lastTry?.kind;
  return kind === undefined ? undefined : { 'throttled': 429, 'system-error': 500, 'gone': 404 }[kind as string] ?? 200;
}

/** The error of the last run. */
export function lastError(event: SimulatedEvent, requestId: string) {
  return event.condition === CONDITION.zeroReservedConcurrency ? undefined : event.lastError(requestId);
}

function responseContext(event: SimulatedEvent): object | undefined {
  const status = statusCode(event);
  if (status === undefined) return undefined;
  const step = event.lastTry;
  const version = step && 'version' in step ? step.version : undefined;
  if (version === undefined) return { statusCode: status };
  return { statusCode: status, executedVersion: version, ...(event.hasSucceeded ? {} : { functionError: 'Unhandled' }) };
}

function responsePayload(event: SimulatedEvent, requestId: string): string | undefined {
  const error = lastError(event, requestId);
  if (error) return errorPayload(error);
  return event.response;
}
