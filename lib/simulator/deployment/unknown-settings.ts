import type { Topology } from '../../topology';

type Open = readonly [key: string, property: string, setting: unknown];

/** A sentence for each setting that decides what becomes of events, and whose value the templates do not tell. */
export function unknownSettings({ functions, configs }: Topology): string[] {
  const ofFunctions = [...functions.values()].flatMap(({ key, ...node }): Open[] => [
    [key, 'Timeout', node.timeout],
    [key, 'ReservedConcurrentExecutions', node.reservedConcurrency],
    [key, 'DeadLetterConfig.TargetArn', node.deadLetterQueue],
    [key, 'RecursiveLoop', node.recursiveLoop],
  ]);
  const ofConfigs = configs.flatMap(({ key, ...config }): Open[] => [
    [key, 'FunctionName', config.target],
    [key, 'MaximumRetryAttempts', config.retryAttempts],
    [key, 'MaximumEventAgeInSeconds', config.maxEventAge],
    [key, 'DestinationConfig.OnSuccess.Destination', config.onSuccess],
    [key, 'DestinationConfig.OnFailure.Destination', config.onFailure],
  ]);
  return [...ofFunctions, ...ofConfigs].flatMap(([key, property, setting]) => isUnknown(setting)
    ? [`\`${property}\` of \`${key}\` is treated as not set, because the templates do not tell its value: ${setting.reason}`]
    : []);
}

function isUnknown(setting: unknown): setting is { readonly reason: string } {
  return typeof setting === 'object' && setting !== null && 'reason' in setting;
}
