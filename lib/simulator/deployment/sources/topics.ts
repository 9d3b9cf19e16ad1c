import { isOn, lazily, listIn, objectIn, type DeployedResource, type DeployedResources, type Properties } from './deployed-resources';
import type { Targeting } from './targets';
import { filterPolicy } from '../../sources/matching/filter-policy';
import { shownAttributes } from '../../sources/topic/notification';
import type { Subscription, TopicSettings } from '../../sources/topic/simulated-topic';
import type { SimulatedStores } from '../../state';

/** The topics of an app with their subscriptions, and those of other apps that it names. */
export function deployedTopics(
  resources: DeployedResources, targeting: Targeting, stores: SimulatedStores,
): Array<TopicSettings & { readonly subscriptions: Subscription[] }> {
  const topics = resources.of('AWS::SNS::Topic', 'Subscription', 'FifoTopic', 'ContentBasedDeduplication');
  const separate = resources.of('AWS::SNS::Subscription', 'TopicArn', 'Protocol', 'Endpoint', 'FilterPolicy', 'FilterPolicyScope', 'RawMessageDelivery', 'RedrivePolicy');
  const known = new Set(topics.map(({ arn }) => arn));
  const arns = [
    ...[...stores].filter(({ kind, key }) => kind === 'topic' && key === undefined).map(({ arn }) => arn),
    ...separate.map(({ properties }) => String(properties.TopicArn)).filter(arn => arn.startsWith('arn:')),
  ];
  const foreign = [...new Set(arns.filter(arn => !known.has(arn)))];
  const settings: TopicSettings[] = [
    ...topics.map(({ properties, environment, names }) => ({
      kind: 'topic',
      ...names,
      region: environment.region,
      fifo: isOn(properties.FifoTopic),
      contentBasedDeduplication: isOn(properties.ContentBasedDeduplication),
    })),
    ...foreign.map(ofAnotherApp),
  ];
  const inline = new Map(topics.map(topic => [topic.arn, topic]));
  return settings.map(topic => ({
    ...topic,
    subscriptions: [
      ...listIn(inline.get(topic.arn)?.properties.Subscription).map((item, index) => subscription(targeting, inline.get(topic.arn)!, item, `Subscription[${index}].Endpoint`, topic.arn)),
      ...separate.filter(({ properties }) => properties.TopicArn === topic.arn).map(one => subscription(targeting, one, one.properties, 'Endpoint', topic.arn)),
    ],
  }));
}

/** A topic of which only the ARN is known. */
function ofAnotherApp(arn: string): TopicSettings {
  const [, , , region, , name] = arn.split(':');
  const fifo = name.endsWith('.fifo');
  return { kind: 'topic', name, arn, region, fifo, contentBasedDeduplication: fifo };
}

function subscription(
  targeting: Targeting, { key, logicalId, path, name }: DeployedResource, properties: Properties, property: string, topicArn: string,
): Subscription {
  const { Protocol: protocol = '', Endpoint: endpoint = '', FilterPolicy: policy, FilterPolicyScope: scope } = properties;
  const filter = lazily(() => filterPolicy(objectIn(policy), scope));
  return {
    kind: 'subscription',
    key,
    logicalId,
    path,
    name,
    arn: `${topicArn}:${name}`,
    protocol,
    raw: isOn(properties.RawMessageDelivery),
    target: targeting.of('sns-subscription', key, property, endpoint),
    accepts: policy === undefined ? () => true : (body, attributes) => filter()({ body, attributes: shownAttributes(attributes) }),
  };
}
