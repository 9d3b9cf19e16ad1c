import { isOn, listIn, objectIn, type DeployedResource, type DeployedResources, type Properties } from './deployed-resources';
import type { Targeting } from './targets';
import type { BucketNotification, BucketSettings } from '../../sources/bucket/simulated-bucket';
import type { SimulatedStores } from '../../state';

/** The lists of a notification configuration: as the bucket resource has them, and as the API does. */
const LISTS: ReadonlyArray<readonly [list: string, arn: string]> = [
  ['LambdaConfigurations', 'Function'],
  ['QueueConfigurations', 'Queue'],
  ['TopicConfigurations', 'Topic'],
  ['LambdaFunctionConfigurations', 'LambdaFunctionArn'],
  ['QueueConfigurations', 'QueueArn'],
  ['TopicConfigurations', 'TopicArn'],
];

/** The buckets of an app with their notifications, and those of other apps that it names. */
export function deployedBuckets(
  resources: DeployedResources, targeting: Targeting, stores: SimulatedStores,
): Array<BucketSettings & { readonly notifications: BucketNotification[] }> {
  const custom = resources.of('Custom::S3BucketNotifications', 'BucketName', 'NotificationConfiguration');
  const declared = resources.of('AWS::S3::Bucket', 'NotificationConfiguration', 'VersioningConfiguration', 'BucketEncryption').map(bucket => {
    const { properties, environment, names } = bucket;
    const owners = [bucket, ...custom.filter(one => one.properties.BucketName === bucket.name)];
    const { account, region, partition } = environment;
    return {
      kind: 'bucket',
      ...names,
      account,
      region,
      encryption: encryptionOf(properties),
      versioned: properties.VersioningConfiguration?.Status === 'Enabled',
      bus: owners.some(owner => tellsEventBridge(owner.properties.NotificationConfiguration)) ? `arn:${partition}:events:${region}:${account}:event-bus/default` : undefined,
      notifications: owners.flatMap(owner => notifications(targeting, owner)),
    };
  });
  const known = new Set(declared.map(({ name }) => name));
  const named = [
    ...[...stores].filter(({ kind, key }) => kind === 'bucket' && key === undefined),
    ...custom.filter(({ properties }) => typeof properties.BucketName === 'string').map(({ properties, environment: { partition, account, region } }) =>
      ({ name: properties.BucketName as string, arn: `arn:${partition}:s3:::${properties.BucketName}`, account, region })),
  ];
  const foreign = new Map(named.filter(({ name }) => !known.has(name))
    .map(({ name, arn, account, region }) => [name, { name, arn, account, region }]));
  return [...declared, ...[...foreign.values()].map(bucket => ({
    kind: 'bucket',
    ...bucket,
    versioned: false,
    notifications: custom.filter(({ properties }) => properties.BucketName === bucket.name).flatMap(owner => notifications(targeting, owner)),
  }))];
}

/** S3 encrypts each object: with its own keys if the bucket names none. */
function encryptionOf({ BucketEncryption }: Properties): string {
  const [rule] = listIn(BucketEncryption?.ServerSideEncryptionConfiguration);
  return rule?.ServerSideEncryptionByDefault?.SSEAlgorithm ?? 'AES256';
}

function tellsEventBridge(configuration: Properties | undefined): boolean {
  const found = configuration?.EventBridgeConfiguration;
  return found !== undefined && (found.EventBridgeEnabled === undefined || isOn(found.EventBridgeEnabled));
}

function notifications(targeting: Targeting, { key, logicalId, path, name, properties }: DeployedResource): BucketNotification[] {
  const configured = LISTS.flatMap(([list, arn]) =>
    listIn(properties.NotificationConfiguration?.[list]).map((item, index) => ({ item, index, property: `${list}[${index}].${arn}`, arn: item[arn] })));
  return configured.filter(({ arn }) => arn !== undefined).map(({ item, index, property, arn }) => ({
    kind: 'notification',
    key,
    logicalId,
    path,
    name,
    configurationId: item.Id ?? `${logicalId}-${index}`,
    events: [item.Event, ...listIn(item.Events)].filter(event => typeof event === 'string'),
    ...filterOf(item),
    target: targeting.of('s3-notification', key, `NotificationConfiguration.${property}`, arn),
  }));
}

/** The bucket resource says `S3Key`, the API `Key`. */
function filterOf({ Filter: filter }: Properties): { readonly prefix: string; readonly suffix: string } {
  const rules = listIn(objectIn(filter?.S3Key ?? filter?.Key).Rules ?? objectIn(filter?.Key).FilterRules);
  const valueOf = (wanted: string) => String(rules.find(({ Name }) => String(Name).toLowerCase() === wanted)?.Value ?? '');
  return { prefix: valueOf('prefix'), suffix: valueOf('suffix') };
}
