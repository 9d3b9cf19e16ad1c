import { CfnResource } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { isEventInvokeConfig } from './event-invoke-config';
import { unfolded } from '../target/unfolded';

const DECLARED = Symbol.for('cdk-async-invoke.declared-config');

/** Resource of the app that configures a function and qualifier, by template or by API. */
export interface DeclaredConfig {
  readonly resource: CfnResource;

  /** Name or ARN. */
  readonly functionName: string;
  readonly qualifier: string;

  readonly settings: DeclaredSettings;
}

/** The settings of a config, which may be tokens. Lambda's default applies to a number that is absent. */
export interface DeclaredSettings {
  readonly maximumEventAgeInSeconds?: number;
  readonly maximumRetryAttempts?: number;

  /** ARN, or empty for none; absent if the app does not know. */
  readonly onFailure?: string;

  /** ARN, or empty for none; absent if the app does not know. */
  readonly onSuccess?: string;
}

/** Marks a resource of another type as the config of a function and qualifier. */
export function declareConfig(resource: IConstruct, config: Omit<DeclaredConfig, 'resource'>): void {
  Object.defineProperty(resource, DECLARED, { value: config });
}

/** The config that a construct declares; undefined for other constructs. */
export function declaredConfig(construct: IConstruct): DeclaredConfig | undefined {
  if (!CfnResource.isCfnResource(construct)) {
    return undefined;
  }
  if (isEventInvokeConfig(construct)) {
    const { functionName, qualifier } = construct;
    return {
      resource: construct,
      functionName,
      qualifier,
      get settings() {
        return settingsOf(construct);
      },
    };
  }
  const config = (construct as { [DECLARED]?: Omit<DeclaredConfig, 'resource'> })[DECLARED];
  return config && { resource: construct, ...config };
}

function settingsOf(config: lambda.CfnEventInvokeConfig): DeclaredSettings {
  const { maximumEventAgeInSeconds, maximumRetryAttempts, destinationConfig } = config;
  const destinations = destinationConfig && unfolded<lambda.CfnEventInvokeConfig.DestinationConfigProperty>(config, destinationConfig);
  const isKnown = destinationConfig === undefined || destinations !== undefined;
  const arn = (destination: unknown) => {
    const known = unfolded<{ readonly destination?: string }>(config, destination);
    return destination === undefined || known ? known?.destination ?? '' : undefined;
  };
  return {
    maximumEventAgeInSeconds,
    maximumRetryAttempts,
    onFailure: isKnown ? arn(destinations?.onFailure) : undefined,
    onSuccess: isKnown ? arn(destinations?.onSuccess) : undefined,
  };
}
