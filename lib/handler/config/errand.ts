import type { ConfigCloud, WantedConfig } from './config-cloud';
import type { StoredConfig } from './config-place';
import type { CustomResourceRequest } from '../../contract/custom-resource';
import type { Deployment } from '../resource';

/** One request about a config, in the terms of its cloud. */
export interface Errand<Wanted extends WantedConfig, Settings extends object, Stored extends StoredConfig<Settings>> {
  readonly cloud: ConfigCloud<Wanted, Settings, Stored>;

  /** Properties of the request. */
  readonly wanted: Wanted;
  readonly request: CustomResourceRequest<object>;
  readonly deployment: Deployment;
}

/**
 * Properties of an update before it.
 *
 * @returns nothing if they are malformed: an update may have failed for that, and CloudFormation rolls it back with them
 */
export function wantedBefore<W extends WantedConfig>({ cloud, request }: Errand<W, any, any>): W | undefined {
  try {
    return request.OldResourceProperties && cloud.wanted(request.OldResourceProperties);
  } catch {
    return undefined;
  }
}
