import type { Errand } from './errand';
import { stackConfigs, type StackConfig } from './stack-configs';

const SECOND = 1000;

/** Difference between the clocks of two services, at most. */
export const CLOCK_SKEW = 5 * SECOND;

/** Another run of the same request ends within seconds as a rule. */
const PATIENCE = 20 * SECOND;
const INTERVAL = 2 * SECOND;

/**
 * Finds the id that another run of the same request has given to the resource: Lambda may deliver a request twice.
 *
 * The other run has put a config, which this run must not take for one that was there before.
 *
 * @param live whether the config, which is as wanted, is of unknown origin, and when it was put
 * @returns nothing if this run is the only one, as far as the stack shows
 */
export async function idOfOtherRun<S extends object>(
  identity: string,
  configs: readonly StackConfig<S>[],
  live: { readonly isNew: boolean; readonly lastModified?: Date },
  { request, deployment }: Errand<any, S, any>,
): Promise<string | undefined> {
  const { clock, log } = deployment;
  const idIn = (list: readonly StackConfig<S>[]) => {
    const own = list.find(({ logicalId }) => logicalId === request.LogicalResourceId);
    return own?.id?.identity === identity && own.physicalId !== request.PhysicalResourceId ? own.physicalId : undefined;
  };
  const since = configs.find(({ logicalId, status }) => logicalId === request.LogicalResourceId && status.endsWith('_IN_PROGRESS'))?.since;
  const isDuringRequest = since !== undefined && live.lastModified !== undefined && live.lastModified.getTime() >= since.getTime() - CLOCK_SKEW;
  let id = idIn(configs);
  const end = clock.now() + PATIENCE;
  while (id === undefined && live.isNew && isDuringRequest && clock.now() < end && deployment.remaining() > PATIENCE) {
    log('another run', { reason: 'the config was put since the request began' });
    await clock.sleep(INTERVAL);
    id = idIn(await stackConfigs<S>(request.StackId, deployment));
  }
  return id;
}
