import type { WantedConfig } from './config-cloud';
import { memorable, parseConfigId, refuseToForget, type Memory } from './memory';
import { siblings } from './siblings';
import type { CustomResourceRequest } from '../../contract/custom-resource';
import type { Deployment } from '../resource';
import { facts } from '../retry/classify';

/** The id that the resource had at a place when it was there last, if it comes from there by way of the place that it leaves now. */
export function formerId({ PhysicalResourceId }: CustomResourceRequest<object>, identity: string): string | undefined {
  const former = parseConfigId(PhysicalResourceId)?.kept.previous;
  return parseConfigId(former)?.identity === identity ? former : undefined;
}

/**
 * What to remember of a place before anything is put there.
 *
 * @param found `null` for no config
 * @throws Error when what was found will be wanted back, and cannot be remembered
 */
export async function memoryOf(
  found: object | null,
  identity: string,
  wanted: Pick<WantedConfig, 'onDelete'>,
  request: CustomResourceRequest<object>,
  deployment: Deployment,
): Promise<Omit<Memory, 'mark'>> {
  const { PhysicalResourceId } = request;
  const memory = memorable(identity, {
    found,
    original: found ? await originalOf(request, identity, deployment) : undefined,
    previous: parseConfigId(PhysicalResourceId) && PhysicalResourceId,
  });
  refuseToForget(wanted, memory);
  return memory;
}

/** What another resource of the stack, whose config is found here, had found itself: that one is about to go. */
async function originalOf(request: CustomResourceRequest<object>, identity: string, deployment: Deployment): Promise<Memory['original']> {
  // Should there be several, each has taken that over from the one before.
  const [other] = await siblings(request.StackId, request.PhysicalResourceId, identity, deployment);
  return other?.kept.original === undefined ? other?.kept.found : other.kept.original;
}

/**
 * Undoes what was tried, and failed.
 *
 * Nobody else would: after a failed create there is no Delete, and a failed update keeps its old target.
 *
 * @throws Error of the attempt; that of undoing it stands in the log
 */
export async function orUndo<T>(attempt: Promise<T>, undo: () => Promise<void>, { log }: Deployment): Promise<T> {
  try {
    return await attempt;
  } catch (error) {
    try {
      await undo();
    } catch (failure) {
      log('not undone', { error: facts(failure).name });
    }
    throw error;
  }
}
