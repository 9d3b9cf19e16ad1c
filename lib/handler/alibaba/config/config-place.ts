import { bodyOf, settingsOf, type Settings } from './settings';
import type { AlibabaTarget } from '../../../contract/alibaba-target';
import type { Deployment } from '../../resource';
import { FunctionCompute } from '../client/function-compute';
import { ServiceError } from '../client/service-error';

/** A config as Function Compute has it. */
export interface StoredConfig {
  readonly settings: Settings;

  /** When it was put; absent if that is not told. */
  readonly lastModified?: Date;
}

/** The place of one config: that of a function and qualifier. */
export class ConfigPlace {
  private readonly service: FunctionCompute;

  constructor(target: AlibabaTarget, deployment: Deployment) {
    this.service = new FunctionCompute(target, deployment);
  }

  /**
   * @returns nothing when there is no config
   * @throws ServiceError when there is no function, see `isGone`
   */
  async read(): Promise<StoredConfig | undefined> {
    try {
      const config = await this.service.getAsyncInvokeConfig();
      const time = new Date(config.lastModifiedTime ?? NaN);
      return { settings: settingsOf(config), lastModified: Number.isNaN(time.getTime()) ? undefined : time };
    } catch (error) {
      return nothingIfMissing(error);
    }
  }

  /** Sets every setting, but takes no destination away. */
  put(settings: Settings): Promise<void> {
    return this.service.putAsyncInvokeConfig(bodyOf(settings));
  }

  /** Leaves no config there, whether there was one or not. */
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
