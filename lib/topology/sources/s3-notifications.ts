import type { Delivery } from '../nodes/delivery';
import type { Declared, Reader } from '../reader';
import type { Property } from '../values/property';
import { known, textOf } from '../values/value';

/** The lists of a notification configuration, and the property with the ARN: as the bucket resource has them, and as the API does. */
const LISTS: ReadonlyArray<readonly [list: string, arn: string]> = [
  ['LambdaConfigurations', 'Function'],
  ['QueueConfigurations', 'Queue'],
  ['TopicConfigurations', 'Topic'],
  ['LambdaFunctionConfigurations', 'LambdaFunctionArn'],
  ['QueueConfigurations', 'QueueArn'],
  ['TopicConfigurations', 'TopicArn'],
];

/** The event types that every new object of ordinary size causes. */
const NEW_OBJECTS = ['s3:ObjectCreated:*', 's3:ObjectCreated:Put'];

/** The notifications of buckets, in their own properties or through the custom resource of aws-cdk-lib. */
export function s3Notifications(reader: Reader): Delivery[] {
  return [
    ...reader.all('AWS::S3::Bucket').flatMap(bucket => notifications(reader, bucket, { kind: 'reference', resource: bucket.origin.key, attribute: 'Arn' })),
    ...reader.all('Custom::S3BucketNotifications').flatMap(custom => notifications(reader, custom, bucketOf(custom))),
  ];
}

/** The bucket of the custom resource of aws-cdk-lib. */
export function bucketOf({ properties }: Declared) {
  const name = properties.required('BucketName');
  if (name.kind === 'reference') {
    return { ...name, attribute: 'Arn' };
  }
  return name.kind === 'literal' ? textOf([`arn:aws:s3:::${name.value}`]) : name;
}

function notifications(reader: Reader, declared: Declared, bucket: ReturnType<typeof bucketOf>): Delivery[] {
  const configuration = declared.properties.get('NotificationConfiguration');
  const found = LISTS.flatMap(([list, arn]) => configuration.get(list).items().map(item => [item, item.get(arn), list] as const));
  return found.filter(([, property]) => !property.absent).map(([item, property, list]) => ({
    kind: 's3-notification',
    origin: declared.origin,
    property: property.path,
    from: reader.named(bucket, declared),
    to: reader.named(property.required(), declared),
    neverToFunction: !list.startsWith('Lambda'),
    filtered: item.has('Filter') || !coversNewObjects(item),
  }));
}

/** The bucket resource has one event type, the custom resource a list. */
function coversNewObjects(item: Property): boolean {
  const events = [...item.get('Event').texts(), ...item.get('Events').texts()];
  return events.some(event => NEW_OBJECTS.includes(known(event) ?? ''));
}
