import { ConfigPlace, type StoredConfig } from './config-place';
import { install } from './install';
import type { WantedConfig } from './properties';
import { restore } from './release';
import { differences, type Settings } from './settings';
import type { CustomResourceRequest } from '../../../contract/custom-resource';
import { originalOf } from '../../config/adoption';
import { endingEarly } from '../../config/ending-early';
import { markOf, memorable, parseConfigId, refuseToForget } from '../../config/memory';
import { physicalId } from '../../physical-id/physical-id';
import type { Deployment, Result } from '../../resource';
import { facts } from '../../retry/classify';
import { targetIdentity } from '../target';

/** Puts a config at a place that the resource did not have before, and remembers what it finds there. */
export async function adopt(wanted: WantedConfig, request: CustomResourceRequest<object>, deployment: Deployment): Promise<Result> {
  const place = new ConfigPlace(wanted.target, endingEarly(deployment));
  const identity = targetIdentity(wanted.target);
  const stored = await place.read();

  const leaving = parseConfigId(request.PhysicalResourceId);
  const former = leaving?.kept.previous;
  if (stored && differences(stored.settings, wanted.settings).length === 0 && parseConfigId(former)?.identity === identity) {
    // A rollback to a target whose config is still in place: with its id comes the memory of what was there before it.
    deployment.log('back at the former target');
    return { physicalResourceId: former };
  }

  const found = stored?.settings ?? null;
  const memory = memorable(identity, {
    found,
    original: stored && await originalOf(request, identity, deployment),
    previous: leaving && request.PhysicalResourceId,
  });
  refuseToForget(wanted, memory);
  const put = await installOrUndo(wanted, found, place, deployment);
  const mark = markOf(put.lastModified?.getTime() ?? deployment.clock.now());
  return { physicalResourceId: physicalId(identity, { mark, ...memory }) };
}

/** Nobody else would undo it: after a failed create there is no Delete, and a failed update keeps its old target. */
async function installOrUndo(wanted: WantedConfig, found: Settings | null, place: ConfigPlace, deployment: Deployment): Promise<StoredConfig> {
  try {
    return await install(wanted.settings, found ?? undefined, place, endingEarly(deployment));
  } catch (error) {
    await undo(wanted, found, deployment);
    throw error;
  }
}

/** Never fails: the error that made it necessary is the one that has to be told. */
async function undo(wanted: WantedConfig, found: Settings | null, deployment: Deployment): Promise<void> {
  try {
    const place = new ConfigPlace(wanted.target, deployment);
    const live = await place.read();
    // As it was put, or deleted to be put.
    if (live ? differences(live.settings, wanted.settings).length === 0 : found) {
      await restore(found, live?.settings, place, deployment);
    }
  } catch (error) {
    deployment.log('not undone', { error: facts(error).name });
  }
}
