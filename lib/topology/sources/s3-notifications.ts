import type { Delivery } from '../nodes/delivery';
import type { Declared, Reader } from '../reader';
import type { Property } from '../values/property';
import { known, textOf } from '../values/value';

/** The lists of a notification configuration, and where each keeps the ARN: as the bucket writes it, and as the API does. */
const LISTS: ReadonlyArray<readonly [list: string, arn: string]> = [
  ['LambdaConfigurations', 'Function'],
  ['QueueConfigurations', 'Queue'],
  ['TopicConfigurations', 'Topic'],
  ['LambdaFunctionConfigurations', 'LambdaFunctionArn'],
  ['QueueConfigurations', 'QueueArn'],
  ['TopicConfigurations', 'TopicArn'],
];

/** The events that every new object of an ordinary size causes. */
const NEW_OBJECTS = ['s3:ObjectCreated:*', 's3:ObjectCreated:Put'];

/** What buckets notify: in their own properties, or through the custom resource of aws-cdk-lib. */
export function s3Notifications(reader: Reader): Delivery[] {
  return [
    ...reader.all('AWS::S3::Bucket').flatMap(bucket => notifications(reader, bucket, { kind: 'reference', resource: bucket.origin.key, attribute: 'Arn' })),
    ...reader.all('Custom::S3BucketNotifications').flatMap(custom => notifications(reader, custom, bucketOf(custom))),
  ];
}

function bucketOf({ properties }: Declared) {
  const name = properties.required('BucketName');
  if (name.kind === 'reference') return { ...name, attribute: 'Arn' };
  return name.kind === 'literal' ? textOf([`arn:aws:s3:::${name.value}`]) : name;
}

function notifications(reader: Reader, declared: Declared, bucket: ReturnType<typeof bucketOf>): Delivery[] {
  const configuration = declared.properties.get('NotificationConfiguration');
  const found = LISTS.flatMap(([list, arn]) => configuration.get(list).items().map(item => [item, item.get(arn)] as const));
  return found.filter(([, property]) => !property.absent).map(([item, property]) => ({
    kind: 's3-notification',
    origin: declared.origin,
    property: property.path,
    from: reader.named(bucket, declared),
    to: reader.named(property.required(), declared),
    filtered: item.has('Filter') || !tellsOfNewObjects(item),
  }));
}

/** A bucket names one event, the custom resource a list of them. */
function tellsOfNewObjects(item: Property): boolean {
  const events = [...item.get('Event').texts(), ...item.get('Events').texts()];
  return events.some(event => NEW_OBJECTS.includes(known(event) ?? ''));
}
