import { EventBuses } from './event-bus';
import { bucketOf } from './s3-notifications';
import type { Delivery } from '../nodes/delivery';
import type { Declared, Reader } from '../reader';
import { literal, type Setting, type Text } from '../values/value';

/** The buckets that tell the default bus of EventBridge about every new object, in their own properties or through the custom resource of aws-cdk-lib. */
export function s3Events(reader: Reader): Delivery[] {
  const buses = new EventBuses(reader);
  return [
    ...reader.all('AWS::S3::Bucket').flatMap(bucket => events(reader, buses, bucket, { kind: 'reference', resource: bucket.origin.key, attribute: 'Arn' })),
    ...reader.all('Custom::S3BucketNotifications').flatMap(custom => events(reader, buses, custom, bucketOf(custom))),
  ];
}

function events(reader: Reader, buses: EventBuses, declared: Declared, bucket: Text): Delivery[] {
  const configuration = declared.properties.get('NotificationConfiguration').get('EventBridgeConfiguration');
  if (configuration.absent || configuration.unknown) {
    return [];
  }
  // The custom resource has no switch: an empty object switches the events on.
  const enabled: Setting<boolean> = configuration.switch('EventBridgeEnabled') ?? literal(true);
  return [{
    kind: 's3-notification',
    origin: declared.origin,
    property: configuration.path,
    from: reader.named(bucket, declared),
    to: buses.defaultOf(declared),
    enabled,
  }];
}
