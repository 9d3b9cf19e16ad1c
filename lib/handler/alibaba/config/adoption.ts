import { ConfigPlace } from './config-place';
import { install } from './install';
import type { WantedConfig } from './properties';
import { restore } from './release';
import { differences, type Settings } from './settings';
import type { CustomResourceRequest } from '../../../contract/custom-resource';
import { endingEarly } from '../../config/ending-early';
import { markOf } from '../../config/memory';
import { formerId, memoryOf, orUndo } from '../../config/takeover';
import { physicalId } from '../../physical-id/physical-id';
import type { Deployment, Result } from '../../resource';
import { targetIdentity } from '../target';

/** Puts a config at a place that the resource did not have before, and remembers what it finds there. */
export async function adopt(wanted: WantedConfig, request: CustomResourceRequest<object>, deployment: Deployment): Promise<Result> {
  const { target, settings } = wanted;
  const place = new ConfigPlace(target, endingEarly(deployment));
  const identity = targetIdentity(target);
  const stored = await place.read();

  const former = formerId(request, identity);
  if (former !== undefined && stored && differences(stored.settings, settings).length === 0) {
    // A rollback to a target whose config is still in place: with its id comes the memory of what was there before it.
    deployment.log('back at the former target');
    return { physicalResourceId: former };
  }

  const found = stored?.settings ?? null;
  const memory = await memoryOf(found, identity, wanted, request, deployment);
  const put = await orUndo(
    install(settings, found ?? undefined, place, endingEarly(deployment)),
    () => undo(settings, found, new ConfigPlace(target, deployment), deployment),
    deployment,
  );
  const mark = markOf(put.lastModified?.getTime() ?? deployment.clock.now());
  return { physicalResourceId: physicalId(identity, { mark, ...memory }) };
}

async function undo(settings: Settings, found: Settings | null, place: ConfigPlace, deployment: Deployment): Promise<void> {
  const live = await place.read();
  // As it was put, or deleted to be put.
  if (live ? differences(live.settings, settings).length === 0 : found) {
    await restore(found, live?.settings, place, deployment);
  }
}
