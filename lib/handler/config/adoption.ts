import { admitDestinations } from './admission';
import { attributesOf } from './attributes';
import { endingEarly } from './ending-early';
import { install } from './install';
import { markOf, memorable, parseConfigId, refuseToForget, type Memory } from './memory';
import { isAsWanted, settingsOf, type WantedConfig } from './properties';
import { restore } from './restoration';
import { differences, type Settings } from './settings';
import { siblings } from './siblings';
import type { ConfigPlace, StoredConfig } from './stored-config';
import { placeOf, type Workplace } from './workplace';
import type { CustomResourceRequest } from '../../contract/custom-resource';
import { physicalId } from '../physical-id/physical-id';
import type { Deployment, Result } from '../resource';
import { facts } from '../retry/classify';

/** Puts a config at a place that the resource did not have before, and remembers what it finds there. */
export async function adopt(
  wanted: WantedConfig,
  { place, identity, configuration }: Workplace,
  request: CustomResourceRequest<object>,
  deployment: Deployment,
): Promise<Result> {
  const stored = await place.read();
  const settings = settingsOf(wanted, stored?.settings, configuration);
  admitDestinations(settings, configuration);

  const leaving = parseConfigId(request.PhysicalResourceId);
  const former = leaving?.kept.previous;
  if (stored && isAsWanted(stored.settings, wanted) && parseConfigId(former)?.identity === identity) {
    // A rollback to a target whose config is still in place: with its id comes the memory of what was there before it.
    deployment.log('back at the former target');
    return { physicalResourceId: former, data: attributesOf(stored.functionArn, stored) };
  }

  const found = stored?.settings ?? null;
  const memory = memorable(identity, {
    found,
    original: stored && await originalOf(request, identity, deployment),
    previous: leaving && request.PhysicalResourceId,
  });
  refuseToForget(wanted, memory);
  const put = await installOrUndo(settings, found, wanted, place, deployment);
  const mark = markOf(put.lastModified?.getTime() ?? deployment.clock.now());
  return { physicalResourceId: physicalId(identity, { mark, ...memory }), data: attributesOf(put.functionArn, put) };
}

/** What another resource of the stack, whose config is found here, had found itself: that one is about to go. */
export async function originalOf(request: CustomResourceRequest<object>, identity: string, deployment: Deployment): Promise<Memory['original']> {
  // Should there be several, each has taken that over from the one before.
  const [other] = await siblings(request.StackId, request.PhysicalResourceId, identity, deployment);
  return other?.kept.original === undefined ? other?.kept.found : other.kept.original;
}

/** Nobody else would undo it: after a failed create there is no Delete, and a failed update keeps its old target. */
async function installOrUndo(
  settings: Settings,
  found: Settings | null,
  wanted: WantedConfig,
  place: ConfigPlace,
  deployment: Deployment,
): Promise<StoredConfig> {
  try {
    return await install(settings, place, endingEarly(deployment));
  } catch (error) {
    await undo(settings, found, placeOf(wanted, deployment), deployment);
    throw error;
  }
}

/** Never fails: the error that made it necessary is the one that has to be told. */
async function undo(settings: Settings, found: Settings | null, place: ConfigPlace, deployment: Deployment): Promise<void> {
  try {
    const live = await place.read();
    if (live && differences(live.settings, settings).length === 0) {
      await restore(found, place, deployment);
    }
  } catch (error) {
    deployment.log('not undone', { error: facts(error).name });
  }
}
