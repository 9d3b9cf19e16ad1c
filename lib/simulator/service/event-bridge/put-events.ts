import { ENTRY, entryResult, entrySize, type Entry } from './entry';
import { EVENT_BUS_NAME, PUT_ENTRIES } from '../../../constraints/aws-eventbridge/put-events';
import { BUS_EVENT } from '../../../constraints/aws-lambda/destination';
import { NotKnownError, ServiceError } from '../../state';
import { operation } from '../model/api';
import { list, structure } from '../model/shape';

const BUS_NAME = new RegExp(`^${EVENT_BUS_NAME.pattern}$`);

export const putEvents = operation(
  structure({ Entries: list(ENTRY), EndpointId: 'string' }),
  structure({ FailedEntryCount: 'integer', Entries: list(structure({ EventId: 'string', ErrorCode: 'string', ErrorMessage: 'string' })) }),
  (call, { Entries: entries, EndpointId }) => {
    checkModel(entries);
    if (EndpointId !== undefined) {
      throw new NotKnownError('which bus a global endpoint chooses', 'Leave out `EndpointId`.');
    }
    if (entries.reduce((sum, entry) => sum + entrySize(entry), 0) > BUS_EVENT.max) {
      throw invalid('Total size of the entries in the request is over the limit.');
    }
    const results = entries.map(entry => entryResult(call, entry));
    return { FailedEntryCount: results.filter(result => 'ErrorCode' in result).length, Entries: results };
  },
);

/** Checks the bounds of the API model, in the recorded words. */
function checkModel(entries: readonly Entry[] | undefined): asserts entries {
  if (entries === undefined) {
    throw violation('null', 'entries', 'Member must not be null');
  }
  if (entries.length === 0) {
    throw violation("'[]'", 'entries', 'Member must have length greater than or equal to 1');
  }
  if (entries.length > PUT_ENTRIES.max) {
    throw violation(`'[${entries.map(javaText).join(', ')}]'`, 'entries', `Member must have length less than or equal to ${PUT_ENTRIES.max}`);
  }
  entries.forEach(({ EventBusName: name }, index) => {
    if (name !== undefined && (name.length > EVENT_BUS_NAME.max || !BUS_NAME.test(name))) {
      const member = `entries.${index + 1}.member.eventBusName`;
      throw name.length < EVENT_BUS_NAME.min || name.length > EVENT_BUS_NAME.max
        ? new NotKnownError('in which words Amazon EventBridge refuses a name of a bus that is too short or too long', 'Use another name.')
        : violation(`'${name}'`, member, `Member must satisfy regular expression pattern: ${EVENT_BUS_NAME.pattern.replaceAll('(?:', '(')}`);
    }
  });
}

/** How the service writes an event into the message. */
function javaText({ Time, Source, Resources, DetailType, Detail, EventBusName, TraceHeader }: Entry): string {
  const text = Object.entries({
    time: Time === undefined ? null : new Date(Time).toUTCString(),
    source: Source,
    resources: Resources && `[${Resources.join(', ')}]`,
    detailType: DetailType,
    detail: Detail,
    eventBusName: EventBusName,
    traceHeader: TraceHeader,
    kmsKeyIdentifier: null,
    internalMetadata: null,
  });
  return `PutEventsRequestEntry(${text.map(([name, value]) => `${name}=${value ?? null}`).join(', ')})`;
}

function violation(value: string, member: string, rule: string): ServiceError {
  return invalid(`1 validation error detected: Value ${value} at '${member}' failed to satisfy constraint: ${rule}`);
}

function invalid(message: string): ServiceError {
  return new ServiceError('ValidationException', 400, message);
}
