import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import { complete, differences, choose, type Settings } from './settings';
import { DESTINATION_ARN } from '../../../constraints/aws-lambda/destination';
import { MAX_EVENT_AGE, RETRY_ATTEMPTS } from '../../../constraints/aws-lambda/event-invoke-config';
import type { ChoiceConstraint } from '../../../constraints/constraint';
import { violation } from '../../../constraints/violation';
import type { AsyncInvokeConfigProperties } from '../../../contract/async-invoke-config';
import type { LambdaTarget } from '../../../contract/lambda-target';
import { numeric, ON_DELETE, optionalViolation, refuse } from '../../property-values';
import { lambdaTarget } from '../target';

/** The properties of a config, read and checked. */
export interface WantedConfig {
  readonly target: LambdaTarget;

  /** Settings that the properties give. */
  readonly given: Settings;
  readonly merge: boolean;
  readonly onDelete: AsyncInvokeConfigProperties['OnDelete'];
}

const MERGE: ChoiceConstraint = {
  kind: 'choice', property: 'merge', parameter: 'Merge', values: ['true', 'false'], source: 'AsyncInvokeConfigProperties',
};

/**
 * Reads the properties, and checks them as the construct does: some values are known only now.
 *
 * @throws Error that names every malformed property
 */
export function wantedConfig(properties: object): WantedConfig {
  const {
    MaximumEventAgeInSeconds: age, MaximumRetryAttempts: retries, OnSuccess, OnFailure, Merge, OnDelete,
  } = properties as Readonly<Record<string, unknown>>;
  const target = lambdaTarget(properties as Readonly<Record<string, unknown>>);
  const given = { MaximumEventAgeInSeconds: numeric(age), MaximumRetryAttempts: numeric(retries), OnSuccess, OnFailure };
  refuse(
    optionalViolation(MAX_EVENT_AGE, given.MaximumEventAgeInSeconds),
    optionalViolation(RETRY_ATTEMPTS, given.MaximumRetryAttempts),
    optionalViolation(DESTINATION_ARN, OnSuccess, 'onSuccess'),
    optionalViolation(DESTINATION_ARN, OnFailure, 'onFailure'),
    violation(MERGE, Merge),
    violation(ON_DELETE, OnDelete),
  );
  return {
    target,
    given: choose(name => (given as Settings)[name]),
    merge: Merge === 'true',
    onDelete: OnDelete as WantedConfig['onDelete'],
  };
}

/** The settings that are ours: all of them, or those that are given. */
export function owned({ given, merge }: Pick<WantedConfig, 'given' | 'merge'>): Settings {
  return merge ? given : complete(given);
}

/** Whether a config is as it was wanted. */
export function isAsWanted(settings: Settings, wanted: Pick<WantedConfig, 'given' | 'merge'>): boolean {
  return differences(settings, { ...settings, ...owned(wanted) }).length === 0;
}

/** The settings that a change of the properties leaves to whoever else cares for them, with the values that they were given. */
export function abandoned(before: WantedConfig, after: WantedConfig): Settings {
  const [given, kept] = [owned(before), owned(after)];
  return choose(name => name in kept ? undefined : given[name]);
}

/**
 * Every setting, explicitly.
 *
 * @param live settings that the place has now; a merge keeps those that are not given
 */
export function settingsOf(wanted: Pick<WantedConfig, 'given' | 'merge'>, live: Settings | undefined, { DurableConfig }: FunctionConfiguration): Settings {
  const settings: Settings = { ...complete(live), ...owned(wanted) };
  // Lambda refuses destinations of a durable function, even empty ones.
  return DurableConfig === undefined ? settings : choose(name => settings[name] === '' ? undefined : settings[name]);
}
