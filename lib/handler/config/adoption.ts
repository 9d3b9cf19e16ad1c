import type { ConfigCloud, Site, WantedConfig } from './config-cloud';
import type { ConfigPlace, StoredConfig } from './config-place';
import { endingEarly } from './ending-early';
import { install } from './install';
import { markOf } from './memory';
import { leave } from './release';
import { formerId, memoryOf, orUndo } from './takeover';
import type { CustomResourceRequest } from '../../contract/custom-resource';
import { physicalId } from '../physical-id/physical-id';
import type { Deployment, Result } from '../resource';

/** Puts a config at a place that the resource did not have before, and remembers what it finds there. */
export async function adopt<W extends WantedConfig, S extends object, C extends StoredConfig<S>>(
  cloud: ConfigCloud<W, S, C>,
  wanted: W,
  { place, identity, settings: settingsOver }: Site<S, C>,
  request: CustomResourceRequest<object>,
  deployment: Deployment,
): Promise<Result> {
  const stored = await place.read();
  const settings = settingsOver(stored?.settings);

  const former = formerId(request, identity);
  if (former !== undefined && stored && cloud.isAsWanted(stored.settings, wanted)) {
    // A rollback to a target whose config is still in place: with its id comes the memory of what was there before it.
    deployment.log('back at the former target');
    return { physicalResourceId: former, data: cloud.attributes(stored) };
  }

  const found = stored?.settings ?? null;
  const memory = await memoryOf(found, identity, wanted, request, deployment);
  const put = await orUndo(
    install(cloud, settings, stored?.settings, place, endingEarly(deployment)),
    () => undo(cloud, settings, found, cloud.place(wanted, deployment), deployment),
    deployment,
  );
  const mark = markOf(put.lastModified?.getTime() ?? deployment.clock.now());
  return { physicalResourceId: physicalId(identity, { mark, ...memory }), data: cloud.attributes(put) };
}

async function undo<S extends object, C extends StoredConfig<S>>(
  cloud: ConfigCloud<any, S, C>,
  settings: S,
  found: S | null,
  place: ConfigPlace<S, C>,
  deployment: Deployment,
): Promise<void> {
  const live = (await place.read())?.settings;
  // As it was put, or deleted to be put.
  if (live ? cloud.differences(live, settings).length === 0 : found) {
    await leave(found, live, place, deployment);
  }
}
