import { bodyOf, differences, dropsDestination, settingsOf, type Settings } from './settings';
import type { AlibabaTarget } from '../../../contract/alibaba-target';
import type { ConfigPlace, StoredConfig } from '../../config/config-place';
import { readBack } from '../../config/read-back';
import type { Deployment } from '../../resource';
import { FunctionCompute } from '../client/function-compute';
import { ServiceError } from '../client/service-error';

/** Place of the config of a function, alias or version of Function Compute. */
export class FunctionComputeConfigPlace implements ConfigPlace<Settings> {
  private readonly service: FunctionCompute;

  constructor(target: AlibabaTarget, private readonly deployment: Deployment) {
    this.service = new FunctionCompute(target, deployment);
  }

  /**
   * @returns nothing if there is no config
   * @throws ServiceError if there is no function, see `isGone`
   */
  async read(): Promise<StoredConfig<Settings> | undefined> {
    try {
      const config = await this.service.getAsyncInvokeConfig();
      const time = new Date(config.lastModifiedTime ?? NaN);
      return { settings: settingsOf(config), lastModified: Number.isNaN(time.getTime()) ? undefined : time };
    } catch (error) {
      return nothingIfMissing(error);
    }
  }

  /**
   * Puts first, so that a put that is refused destroys nothing. Only if a destination that has to go has survived, the config is
   * deleted and put again: in between, the function has default settings.
   */
  async put(settings: Settings, over: Settings | undefined): Promise<void> {
    await this.service.putAsyncInvokeConfig(bodyOf(settings));
    const live = over && dropsDestination(over, settings) ? (await this.read())?.settings : undefined;
    if (live && dropsDestination(live, settings)) {
      await this.delete();
      this.deployment.log('deleted', { reason: 'a destination is dropped' });
      await this.service.putAsyncInvokeConfig(bodyOf(settings));
    }
  }

  async restore(settings: Settings, over: Settings | undefined): Promise<void> {
    await this.put(settings, over);
    await readBack('Function Compute', () => this.read(), stored => differences(stored.settings, settings), this.deployment);
  }

  /** Leaves the place without a config. */
  async delete(): Promise<void> {
    try {
      await this.service.deleteAsyncInvokeConfig();
    } catch (error) {
      nothingIfMissing(error);
    }
  }
}

const NO_CONFIG = 'AsyncConfigNotExists';
const NOT_FOUND = 404;

/** Whether the service says that there is no such function, alias or version. A page that was not found has no name. */
export function isGone(error: unknown): boolean {
  return error instanceof ServiceError && error.$metadata.httpStatusCode === NOT_FOUND && error.isNamed && error.name !== NO_CONFIG;
}

function nothingIfMissing(error: unknown): undefined {
  if (!(error instanceof ServiceError && error.name === NO_CONFIG)) {
    throw error;
  }
  return undefined;
}
