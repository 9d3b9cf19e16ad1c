import type { Site } from './config-cloud';
import type { StoredConfig } from './config-place';
import { endingEarly } from './ending-early';
import type { Errand } from './errand';
import { readBack } from './read-back';
import { undo } from './undo';
import { facts } from '../retry/classify';

/** Thrown when a put neither succeeded nor could be undone, so that its config may be in place. The first error is the `cause`. */
export class NotUndone extends Error {
  constructor(cause: unknown) {
    super(facts(cause).message ?? String(cause), { cause });
    this.name = 'NotUndone';
  }
}

/**
 * Puts a config and reads it back; undoes the put if that fails.
 *
 * Otherwise the config would stay: after a failed create there is no Delete, and a failed update keeps its old target.
 *
 * @param before settings that the place has now; absent for no config
 * @throws Error if the place has another config afterwards; NotUndone if undoing fails, too
 */
export async function install<S extends object, C extends StoredConfig<S>>(
  errand: Errand<any, S, C>,
  { place }: Pick<Site<S, C>, 'place'>,
  settings: S,
  before: S | undefined,
): Promise<C> {
  const { cloud: { service, differences }, deployment } = errand;
  try {
    await place.put(settings, before);
    deployment.log('put');
    return await readBack(service, () => place.read(), stored => differences(stored.settings, settings), endingEarly(deployment));
  } catch (error) {
    try {
      await undo(errand, settings, before ?? null, deployment);
    } catch (failure) {
      deployment.log('not undone', { error: facts(failure).name });
      throw new NotUndone(error);
    }
    throw error;
  }
}
