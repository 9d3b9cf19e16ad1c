import { admitDestinations } from './admission';
import { attributesOf } from './attributes';
import { endingEarly } from './ending-early';
import { install } from './install';
import { markOf } from './memory';
import { isAsWanted, settingsOf, type WantedConfig } from './properties';
import { restore } from './restoration';
import { differences, type Settings } from './settings';
import type { ConfigPlace } from './stored-config';
import { formerId, memoryOf, orUndo } from './takeover';
import { placeOf, type Workplace } from './workplace';
import type { CustomResourceRequest } from '../../contract/custom-resource';
import { physicalId } from '../physical-id/physical-id';
import type { Deployment, Result } from '../resource';

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

  const former = formerId(request, identity);
  if (former !== undefined && stored && isAsWanted(stored.settings, wanted)) {
    // A rollback to a target whose config is still in place: with its id comes the memory of what was there before it.
    deployment.log('back at the former target');
    return { physicalResourceId: former, data: attributesOf(stored.functionArn, stored) };
  }

  const found = stored?.settings ?? null;
  const memory = await memoryOf(found, identity, wanted, request, deployment);
  const put = await orUndo(
    install(settings, place, endingEarly(deployment)),
    () => undo(settings, found, placeOf(wanted, deployment), deployment),
    deployment,
  );
  const mark = markOf(put.lastModified?.getTime() ?? deployment.clock.now());
  return { physicalResourceId: physicalId(identity, { mark, ...memory }), data: attributesOf(put.functionArn, put) };
}

async function undo(settings: Settings, found: Settings | null, place: ConfigPlace, deployment: Deployment): Promise<void> {
  const live = await place.read();
  if (live && differences(live.settings, settings).length === 0) {
    await restore(found, place, deployment);
  }
}
