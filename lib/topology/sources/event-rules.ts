import type { Delivery, EventPattern } from '../nodes/delivery';
import type { Reader } from '../reader';
import { enabledUnless } from './enabled';
import { EventBuses } from './event-bus';
import type { Property } from '../values/property';
import type { Unknown } from '../values/value';

/** The deliveries of EventBridge rules. */
export function eventRules(reader: Reader): Delivery[] {
  const buses = new EventBuses(reader);
  return reader.all('AWS::Events::Rule').flatMap(rule => {
    const eventPattern = pattern(reader, rule.properties.get('EventPattern'));
    return rule.properties.get('Targets').items().map(target => ({
      kind: 'event-rule',
      origin: rule.origin,
      property: target.get('Arn').path,
      from: buses.of(rule),
      to: reader.named(target.required('Arn'), rule),
      retryAttempts: target.get('RetryPolicy').number('MaximumRetryAttempts'),
      maxEventAge: target.get('RetryPolicy').number('MaximumEventAgeInSeconds'),
      deadLetterQueue: reader.target(target.get('DeadLetterConfig').text('Arn'), rule),
      role: reader.target(target.text('RoleArn'), rule),
      enabled: enabledUnless(rule.properties, 'State', 'DISABLED'),
      eventPattern,
    }));
  });
}

function pattern(reader: Reader, property: Property): EventPattern | Unknown | undefined {
  if (property.absent) {
    return undefined;
  }
  return property.unknown ?? {
    source: reader.spelledOut(property, 'source'),
    detailType: reader.spelledOut(property, 'detail-type'),
    resources: reader.spelledOut(property, 'resources'),
    bucketNames: onlyBucketNames(reader, property.get('detail')),
    more: property.entries().some(([name, part]) => !['source', 'detail-type', 'resources'].includes(name) && !(name === 'detail' && onlyBucketNames(reader, part))),
  };
}

/** The names of buckets, if a pattern of details asks for nothing else. */
function onlyBucketNames(reader: Reader, detail: Property): EventPattern['bucketNames'] {
  const [[bucket, names] = [], ...others] = detail.entries();
  const isOnly = bucket === 'bucket' && others.length === 0 && names!.entries().every(([name]) => name === 'name');
  return isOnly ? reader.spelledOut(names!, 'name') : undefined;
}
