import {
  DeleteFunctionEventInvokeConfigCommand, GetFunctionEventInvokeConfigCommand, PutFunctionEventInvokeConfigCommand,
  type LambdaClient, type PutFunctionEventInvokeConfigRequest,
} from '@aws-sdk/client-lambda';
import { choose, type Settings } from './settings';
import type { FunctionAndQualifier } from '../lambda/target';
import type { Deployment } from '../resource';
import { isNotFound } from '../retry/classify';
import { retrying, type Call } from '../retry/retrying';

/** A config as Lambda has it. */
export interface StoredConfig {
  readonly settings: Settings;

  /** Qualified, also with `$LATEST`. */
  readonly functionArn: string;
  readonly lastModified?: Date;
}

/** The place of one config: that of a function, alias or version. */
export class ConfigPlace {
  constructor(
    private readonly client: LambdaClient,
    private readonly target: FunctionAndQualifier,
    private readonly deployment: Deployment,
  ) {}

  /** @returns nothing when there is no config, or no function: Lambda does not tell which */
  async read(): Promise<StoredConfig | undefined> {
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

  /** Replaces whatever is there: settings that are absent will not be set. */
  async put(settings: Settings, budgets?: Call['budgets']): Promise<void> {
    const { MaximumEventAgeInSeconds, MaximumRetryAttempts } = settings;
    const input: PutFunctionEventInvokeConfigRequest = {
      ...this.target,
      MaximumEventAgeInSeconds,
      MaximumRetryAttempts,
      DestinationConfig: destinationConfig(settings),
    };
    await this.call('PutFunctionEventInvokeConfig', () => this.client.send(new PutFunctionEventInvokeConfigCommand(input)), budgets);
  }

  /** Leaves no config there, whether there was one or not. */
  async delete(): Promise<void> {
    try {
      await this.call('DeleteFunctionEventInvokeConfig', () => this.client.send(new DeleteFunctionEventInvokeConfigCommand(this.target)));
    } catch (error) {
      nothingIfNotFound(error);
    }
  }

  /** Each of the three may be repeated: the outcome is the same. */
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

/** Left out as a whole where no side is mentioned: a durable function takes none. But a config has to say something. */
function destinationConfig({ OnSuccess, OnFailure, ...others }: Settings): PutFunctionEventInvokeConfigRequest['DestinationConfig'] {
  const isMentioned = OnSuccess !== undefined || OnFailure !== undefined || Object.keys(others).length === 0;
  return isMentioned ? { OnSuccess: { Destination: OnSuccess }, OnFailure: { Destination: OnFailure } } : undefined;
}
