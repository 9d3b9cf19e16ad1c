import {
  DeleteFunctionEventInvokeConfigCommand, GetFunctionEventInvokeConfigCommand, PutFunctionEventInvokeConfigCommand,
  type LambdaClient, type PutFunctionEventInvokeConfigRequest,
} from '@aws-sdk/client-lambda';
import { restore } from './restoration';
import { choose, type Settings } from './settings';
import type { ConfigPlace, StoredConfig } from '../../config/config-place';
import type { Deployment } from '../../resource';
import { isNotFound } from '../../retry/classify';
import { retrying, type Call } from '../../retry/retrying';
import type { FunctionAndQualifier } from '../target';

/** A config as Lambda keeps it. */
export interface LambdaConfig extends StoredConfig<Settings> {
  /** Qualified, also with `$LATEST`. */
  readonly functionArn: string;
}

/** Place of the config of a function, alias or version of Lambda. */
export class LambdaConfigPlace implements ConfigPlace<Settings, LambdaConfig> {
  constructor(
    private readonly client: LambdaClient,
    private readonly target: FunctionAndQualifier,
    private readonly deployment: Deployment,
  ) {}

  /** @returns nothing if there is no config or no function: Lambda answers the same */
  async read(): Promise<LambdaConfig | undefined> {
    try {
      const { DestinationConfig, FunctionArn, LastModified, ...rest } = await this.call('GetFunctionEventInvokeConfig', () =>
        this.client.send(new GetFunctionEventInvokeConfigCommand(this.target)));
      const all: Settings = {
        ...rest,
        OnSuccess: DestinationConfig?.OnSuccess?.Destination,
        OnFailure: DestinationConfig?.OnFailure?.Destination,
      };
      return { settings: choose(name => all[name]), functionArn: FunctionArn!, lastModified: LastModified };
    } catch (error) {
      return nothingIfNotFound(error);
    }
  }

  /** Replaces the config. Lambda uses its default for an absent setting. */
  async put(settings: Settings): Promise<void> {
    await this.send(settings);
  }

  async restore(settings: Settings): Promise<void> {
    await restore(settings, (part, budgets) => this.send(part, budgets), this.deployment);
  }

  /** Leaves the place without a config. */
  async delete(): Promise<void> {
    try {
      await this.call('DeleteFunctionEventInvokeConfig', () => this.client.send(new DeleteFunctionEventInvokeConfigCommand(this.target)));
    } catch (error) {
      nothingIfNotFound(error);
    }
  }

  private async send(settings: Settings, budgets?: Call['budgets']): Promise<void> {
    const { MaximumEventAgeInSeconds, MaximumRetryAttempts } = settings;
    const input: PutFunctionEventInvokeConfigRequest = {
      ...this.target,
      MaximumEventAgeInSeconds,
      MaximumRetryAttempts,
      DestinationConfig: destinationConfig(settings),
    };
    await this.call('PutFunctionEventInvokeConfig', () => this.client.send(new PutFunctionEventInvokeConfigCommand(input)), budgets);
  }

  /** Calls the service. Each operation may be repeated with the same outcome. */
  private call<T>(name: string, send: () => Promise<T>, budgets?: Call['budgets']): Promise<T> {
    return retrying({ name, repeatable: true, budgets }, send, this.deployment);
  }
}

function nothingIfNotFound(error: unknown): undefined {
  if (!isNotFound(error)) {
    throw error;
  }
  return undefined;
}

/** Absent if the settings have neither side, because a durable function accepts none; but Lambda refuses a config without any setting. */
function destinationConfig({ OnSuccess, OnFailure, ...others }: Settings): PutFunctionEventInvokeConfigRequest['DestinationConfig'] {
  const isMentioned = OnSuccess !== undefined || OnFailure !== undefined || Object.keys(others).length === 0;
  return isMentioned ? { OnSuccess: { Destination: OnSuccess }, OnFailure: { Destination: OnFailure } } : undefined;
}
