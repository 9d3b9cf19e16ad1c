import type { Topology } from '../../topology';

type Open = readonly [key: string, property: string, setting: unknown];

/** A sentence for each setting that the simulator does not play. */
export function unplayedSettings({ functions, versions, aliases }: Topology): string[] {
  const provisioned = [...versions.values(), ...aliases.values()].filter(({ provisionedConcurrency }) => provisionedConcurrency !== undefined);
  const managed = [...functions.values()].filter(({ capacityProvider }) => capacityProvider);
  return [
    ...provisioned.map(({ key }) => unplayed('ProvisionedConcurrencyConfig', key, 'runs never wait for an environment, and only reserved concurrency limits them')),
    ...managed.map(({ key }) => unplayed('CapacityProviderConfig', key, 'its runs are those of a function on standard capacity')),
  ];
}

function unplayed(property: string, key: string, instead: string): string {
  return `\`${property}\` of \`${key}\` is not played: ${instead}`;
}

/** A sentence for each setting that decides what becomes of events, and whose value the templates do not tell. */
export function unknownSettings({ functions, configs }: Topology): string[] {
  const ofFunctions = [...functions.values()].flatMap((node): Open[] => [
    [node.key, 'Timeout', node.timeout],
    [node.key, 'ReservedConcurrentExecutions', node.reservedConcurrency],
    [node.key, 'DeadLetterConfig.TargetArn', node.deadLetterQueue],
    [node.key, 'RecursiveLoop', node.recursiveLoop],
  ]);
  const ofConfigs = configs.flatMap((config): Open[] => [
    [config.key, 'FunctionName', config.target],
    [config.key, 'MaximumRetryAttempts', config.retryAttempts],
    [config.key, 'MaximumEventAgeInSeconds', config.maxEventAge],
    [config.key, 'DestinationConfig.OnSuccess.Destination', config.onSuccess],
    [config.key, 'DestinationConfig.OnFailure.Destination', config.onFailure],
  ]);
  return [...ofFunctions, ...ofConfigs].flatMap(([key, property, setting]) => isUnknown(setting)
    ? [`\`${property}\` of \`${key}\` is treated as not set, because the templates do not tell its value: ${setting.reason}`]
    : []);
}

function isUnknown(setting: unknown): setting is { readonly reason: string } {
  return typeof setting === 'object' && setting !== null && 'reason' in setting;
}
