import { lazily, listIn, objectIn, type DeployedResource, type DeployedResources, type Properties } from './deployed-resources';
import { retryPolicyOf, type Targeting } from './targets';
import type { Topology } from '../../../topology';
import type { BusSettings, Rule, RuleTarget } from '../../sources/bus/simulated-bus';
import { compiledPattern } from '../../sources/matching/event-pattern';
import { ruleInput } from '../../sources/matching/rule-input';
import type { SimulatedStores } from '../../state';
import type { DeployedTexts } from '../deployed-texts';
import type { StackEnvironment } from '../environment';
import { deployedArn } from '../settings';

/** A rule with its bus and its schedule. */
export interface DeployedRule extends Rule {
  /** The ARN of its bus. */
  readonly bus: string;
  readonly environment: StackEnvironment;
  readonly scheduleExpression?: string;
  readonly enabled: boolean;
}

/** The rules of an app. */
export function deployedRules(topology: Topology, resources: DeployedResources, targeting: Targeting, texts: DeployedTexts): DeployedRule[] {
  const buses = lazily(() =>
    new Map(topology.invocations.concat(topology.deliveries).filter(({ kind }) => kind === 'event-rule').map(({ origin, from }) => [origin.key, deployedArn(from, texts)])));
  return resources.of('AWS::Events::Rule', 'EventPattern', 'ScheduleExpression', 'State', 'Targets', 'EventBusName').map(rule => {
    const { key, logicalId, path, environment } = rule;
    const named = rule.property('EventBusName');
    const bus = named === undefined ? busArn(environment, 'default') : buses().get(key) ?? busArn(environment, named);
    const arn = () => ruleArn(environment, bus, rule.name);
    const pattern = lazily(() => patternOf(rule));
    const targets = lazily(() => listIn(rule.property('Targets')).map((target, index) => ruleTarget(targeting, rule, arn(), target, index)));
    // Most simulations trigger few rules. To read the others takes a fifth of the start.
    return {
      kind: 'rule',
      key,
      logicalId,
      path,
      get name() {
        return rule.name;
      },
      get arn() {
        return arn();
      },
      bus,
      environment,
      scheduleExpression: rule.property('ScheduleExpression'),
      enabled: rule.property('State') !== 'DISABLED',
      matches: event => pattern()(event),
      get targets() {
        return targets();
      },
    };
  });
}

function patternOf(rule: DeployedResource): Rule['matches'] {
  const pattern = rule.property('EventPattern');
  return pattern === undefined ? () => false : compiledPattern(objectIn(pattern));
}

/** The buses of an app, those of other apps that it names, and the default bus of each account and Region. */
export function deployedBuses(
  resources: DeployedResources, rules: readonly DeployedRule[], stores: SimulatedStores, environments: Iterable<StackEnvironment>,
): Array<BusSettings & { readonly rules: Rule[] }> {
  const declared = resources.of('AWS::Events::EventBus').map(({ names, environment: { account, region } }) => ({ kind: 'bus', ...names, account, region }));
  const foreign = [...stores].filter(({ kind, key }) => kind === 'bus' && key === undefined).map(({ arn, name, account, region }) => ({ kind: 'bus', name, arn, account, region }));
  const known = new Map<string, BusSettings>([...declared, ...foreign].map(bus => [bus.arn, bus]));
  const named = [...rules.map(({ bus, environment }) => [bus, environment] as const), ...[...environments].map(environment => [busArn(environment, 'default'), environment] as const)];
  for (const [arn, { account, region }] of named) {
    known.set(arn, known.get(arn) ?? { kind: 'bus', name: arn.slice(arn.indexOf('/') + 1), arn, account, region });
  }
  return [...known.values()].map(bus => ({ ...bus, rules: rules.filter(rule => rule.bus === bus.arn && rule.enabled) }));
}

/** The ARN of a bus of an environment. */
export function busArn({ partition, region, account }: StackEnvironment, name: string): string {
  return name.startsWith('arn:') ? name : `arn:${partition}:events:${region}:${account}:event-bus/${name}`;
}

/** The name of the bus is a part of the ARN, unless it is the default bus. */
export function ruleArn({ partition, region, account }: StackEnvironment, bus: string, name: string): string {
  const busName = bus.slice(bus.indexOf('/') + 1);
  return `arn:${partition}:events:${region}:${account}:rule/${busName === 'default' ? '' : `${busName}/`}${name}`;
}

function ruleTarget(targeting: Targeting, { key, name }: DeployedResource, arn: string, target: Properties, index: number): RuleTarget {
  const { Input, InputPath, InputTransformer } = target;
  const isWhole = [Input, InputPath, InputTransformer].every(property => property === undefined);
  const input = lazily(() => ruleInput({ Input, InputPath, InputTransformer }));
  return {
    ...targeting.of('event-rule', key, `Targets[${index}].Arn`, String(target.Arn ?? ''), retryPolicyOf(target)),
    groupId: target.SqsParameters?.MessageGroupId,
    input: (event, ingestedAt) => isWhole
      ? event.text
      : input()(event.parsed, { ruleArn: arn, ruleName: name, ingestionTime: new Date(ingestedAt).toISOString() }),
  };
}
