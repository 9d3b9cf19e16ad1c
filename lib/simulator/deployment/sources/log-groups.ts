import { lazily, type DeployedResource, type DeployedResources } from './deployed-resources';
import type { Targeting } from './targets';
import { logPattern } from '../../sources/log-group/log-pattern';
import type { LogGroupSettings, LogSubscription } from '../../sources/log-group/simulated-log-group';
import type { StackEnvironment } from '../environment';

/** The log groups of an app, and those that its subscription filters name. */
export function deployedLogGroups(
  resources: DeployedResources, targeting: Targeting,
): Array<LogGroupSettings & { readonly subscriptions: LogSubscription[] }> {
  const filters = resources.of('AWS::Logs::SubscriptionFilter', 'LogGroupName', 'FilterName', 'FilterPattern', 'DestinationArn')
    .filter(({ properties }) => typeof properties.LogGroupName === 'string');
  const declared = resources.of('AWS::Logs::LogGroup', 'LogGroupName');
  // A reference yields the name of the deployment, also where the template sets one.
  const nameOf = (group: string) => {
    const { properties: { LogGroupName: own } = {} } = declared.find(({ name }) => name === group) ?? {};
    return typeof own === 'string' ? own : group;
  };
  const settings = new Map<string, LogGroupSettings>();
  for (const group of declared) {
    const name = nameOf(group.name);
    settings.set(name, settingsOf(group.environment, name, group));
  }
  for (const { environment, properties: { LogGroupName: group } } of filters) {
    const name = nameOf(group);
    settings.set(name, settings.get(name) ?? settingsOf(environment, name));
  }
  return [...settings].map(([name, group]) => ({
    ...group,
    subscriptions: filters.filter(({ properties }) => nameOf(properties.LogGroupName) === name).map(filter => subscription(filter, targeting)),
  }));
}

function settingsOf({ partition, region, account }: StackEnvironment, name: string, declared?: DeployedResource): LogGroupSettings {
  const { key, logicalId, path } = declared ?? {};
  return { kind: 'log group', key, logicalId, path, name, account, arn: `arn:${partition}:logs:${region}:${account}:log-group:${name}` };
}

function subscription({ key, logicalId, path, name, properties }: DeployedResource, targeting: Targeting): LogSubscription {
  const pattern = lazily(() => logPattern(String(properties.FilterPattern ?? '')));
  return {
    kind: 'subscription filter',
    key,
    logicalId,
    path,
    name,
    filterName: typeof properties.FilterName === 'string' ? properties.FilterName : name,
    target: targeting.of('log-subscription', key, 'DestinationArn', String(properties.DestinationArn ?? '')),
    matches: line => pattern()(line),
  };
}
