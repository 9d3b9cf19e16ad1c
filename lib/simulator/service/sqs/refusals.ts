import { ServiceError } from '../../state';

/** The codes of the Query protocol that differ from those in JSON. */
const QUERY_CODES: Readonly<Record<string, string>> = {
  BatchEntryIdsNotDistinct: 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
  BatchRequestTooLong: 'AWS.SimpleQueueService.BatchRequestTooLong',
  EmptyBatchRequest: 'AWS.SimpleQueueService.EmptyBatchRequest',
  InvalidBatchEntryId: 'AWS.SimpleQueueService.InvalidBatchEntryId',
  InvalidParameterValueException: 'InvalidParameterValue',
  MessageNotInflight: 'AWS.SimpleQueueService.MessageNotInflight',
  MissingRequiredParameterException: 'MissingParameter',
  PurgeQueueInProgress: 'AWS.SimpleQueueService.PurgeQueueInProgress',
  QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue',
  TooManyEntriesInBatchRequest: 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
};

/** The code of an error in the Query protocol, which clients of both protocols see. */
export function queryCode({ code }: ServiceError): string {
  return QUERY_CODES[code] ?? code;
}

export function invalidValue(message: string): ServiceError {
  return new ServiceError('InvalidParameterValueException', 400, message);
}

/** Refuses a parameter for the reason that the service tells. */
export function invalidParameter(name: string, value: unknown, reason: string): ServiceError {
  return invalidValue(`Value ${value} for parameter ${name} is invalid. Reason: ${reason}`);
}

export function missingParameter(name: string): ServiceError {
  return new ServiceError('MissingRequiredParameterException', 400, missing(name));
}

/** The message for a parameter that is missing. */
export function missing(name: string): string {
  return `The request must contain the parameter ${name}.`;
}
