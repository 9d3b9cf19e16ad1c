import { queryCode } from './refusals';
import { BATCH_ENTRIES, BATCH_ENTRY_ID } from '../../../constraints/aws-sqs/send-message';
import { ServiceError } from '../../state';
import { list, structure } from '../model/shape';

const ID = new RegExp(`^${BATCH_ENTRY_ID.pattern}$`);
const FORBIDDEN = 403;
const FAILED = structure({ Id: 'string', SenderFault: 'boolean', Code: 'string', Message: 'string' });

/** The failed entries of a batch. */
export const FAILURES = list(FAILED, 'BatchResultErrorEntry');

interface Entry {
  readonly Id?: string;
}

/**
 * Checks what all batches have in common.
 *
 * @param entryName the name of an entry in messages, e.g. `SendMessageBatchRequestEntry`
 * @param checkEntry also checks one entry, before the next entry is looked at
 * @throws ServiceError if the service refuses the whole batch
 */
export function checkBatch<Member extends Entry>(
  entries: readonly Member[], entryName: string, checkEntry: (entry: Member) => void = () => {},
): void {
  if (entries.length === 0) {
    throw refused('EmptyBatchRequest', `There should be at least one ${entryName} in the request.`);
  }
  if (entries.length > BATCH_ENTRIES.max) {
    throw refused('TooManyEntriesInBatchRequest', `Maximum number of entries per request are ${BATCH_ENTRIES.max}. You have sent ${entries.length}.`);
  }
  const ids = new Set<string>();
  for (const entry of entries) {
    const { Id = '' } = entry;
    if (!ID.test(Id) || Id.length > BATCH_ENTRY_ID.max) {
      throw refused(
        'InvalidBatchEntryId',
        `A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most ${BATCH_ENTRY_ID.max} letters long.`,
      );
    }
    checkEntry(entry);
    if (ids.has(Id)) {
      throw refused('BatchEntryIdsNotDistinct', `Id ${Id} repeated.`);
    }
    ids.add(Id);
  }
}

/**
 * Does the same with each entry. An entry that the service refuses does not concern the others.
 *
 * @throws ServiceError if the client may not do it at all
 */
export function eachOf<Member extends Entry>(
  entries: readonly Member[], act: (entry: Member) => object,
): { readonly Successful?: object[]; readonly Failed?: object[] } {
  const successful: object[] = [];
  const failed: object[] = [];
  for (const entry of entries) {
    try {
      successful.push({ Id: entry.Id, ...act(entry) });
    } catch (error) {
      if (!(error instanceof ServiceError) || error.statusCode === FORBIDDEN) {
        throw error;
      }
      failed.push({ Id: entry.Id, SenderFault: true, Code: queryCode(error), Message: error.message });
    }
  }
  return { Successful: filled(successful), Failed: filled(failed) };
}

function filled(entries: object[]): object[] | undefined {
  return entries.length === 0 ? undefined : entries;
}

function refused(code: string, message: string): ServiceError {
  return new ServiceError(code, 400, message);
}
