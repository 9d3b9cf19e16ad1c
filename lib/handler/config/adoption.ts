import type { Site, WantedConfig } from './config-cloud';
import type { StoredConfig } from './config-place';
import { wantedBefore, type Errand } from './errand';
import { install, NotUndone } from './install';
import { markOf, memorable, parseConfigId, placeMemory, refuseToForget, type FormerPlace, type PlaceMemory } from './memory';
import { originOf } from './origin';
import { idOfOtherRun } from './other-run';
import { stackConfigs } from './stack-configs';
import { undo } from './undo';
import { physicalId } from '../physical-id/physical-id';
import { Unfinished, type Result } from '../resource';

/** Puts a config at a place that the resource did not have before, and remembers the config that it finds there. */
export async function adopt<W extends WantedConfig, S extends object, C extends StoredConfig<S>>(
  errand: Errand<W, S, C>,
  site: Site<S, C>,
): Promise<Result> {
  const { cloud, wanted, request, deployment } = errand;
  const { identity, place } = site;
  const stored = await place.read();
  const settings = site.settings(stored?.settings);
  const configs = stored ? await stackConfigs<S>(request.StackId, deployment) : [];
  const { isHeld, own, original } = stored ? originOf(stored, identity, configs, request, cloud) : { isHeld: false };
  const isGranted = stored !== undefined && cloud.isAsWanted(stored.settings, wanted);
  const known = isGranted
    ? await idOfOtherRun(identity, configs, { isNew: !isHeld && !own, lastModified: stored.lastModified }, errand)
    : undefined;
  if (known !== undefined) {
    return { physicalResourceId: known, data: cloud.attributes(stored!) };
  }

  const idOf = ({ mark, ...memory }: PlaceMemory<S>) => {
    const fitting = memorable(identity, { ...memory, former: formerPlaceOf(errand, identity) });
    refuseToForget(wanted, fitting);
    return (time = mark) => physicalId(identity, { mark: time, ...fitting })!;
  };
  if (own && isGranted && !isHeld) {
    // A rollback to a target whose config is still in place.
    deployment.log('back at the former target');
    return { physicalResourceId: idOf(placeMemory(own))(), data: cloud.attributes(stored!) };
  }

  const found = stored?.settings ?? null;
  const id = idOf({ mark: markOf(deployment.clock.now()), found, original });
  try {
    const put = await install(errand, site, settings, stored?.settings);
    return {
      physicalResourceId: id(put.lastModified && markOf(put.lastModified.getTime())),
      data: cloud.attributes(put),
      undo: time => undo(errand, settings, found, time),
    };
  } catch (error) {
    throw error instanceof NotUndone ? new Unfinished(error.cause, id()) : error;
  }
}

/** Memory about the place that the resource leaves; nothing if it had none. */
function formerPlaceOf<S extends object>(errand: Errand<any, S, any>, identity: string): FormerPlace<S> | undefined {
  const id = parseConfigId<S>(errand.request.PhysicalResourceId);
  const before = wantedBefore(errand);
  return id && id.identity !== identity
    ? { identity: id.identity, ...placeMemory(id.kept), put: before && errand.cloud.owned(before) }
    : undefined;
}
