import type { Delivery, EventPattern } from '../nodes/delivery';
import type { Declared, Reader } from '../reader';
import { enabledUnless } from './enabled';
import { EventBuses } from './event-bus';
import type { Target } from '../targets/target';
import { placeOf } from '../values/place';
import type { Property } from '../values/property';
import { concatenated, known, literal, type Text, type Unknown } from '../values/value';

/** The deliveries of EventBridge rules. */
export function eventRules(reader: Reader): Delivery[] {
  const buses = new EventBuses(reader);
  return reader.all('AWS::Events::Rule').flatMap(rule => {
    const eventPattern = pattern(reader, rule.properties.get('EventPattern'));
    const from = buses.of(rule);
    const originArn = arnOf(rule, from);
    return rule.properties.get('Targets').items().map(target => ({
      kind: 'event-rule',
      origin: rule.origin,
      property: target.get('Arn').path,
      from,
      originArn,
      to: reader.named(target.required('Arn'), rule),
      retryAttempts: target.get('RetryPolicy').number('MaximumRetryAttempts'),
      maxEventAge: target.get('RetryPolicy').number('MaximumEventAgeInSeconds'),
      deadLetterQueue: reader.target(target.get('DeadLetterConfig').text('Arn'), rule),
      deadLetterProperty: target.get('DeadLetterConfig').get('Arn').path,
      role: reader.target(target.text('RoleArn'), rule),
      enabled: enabledUnless(rule.properties, 'State', 'DISABLED'),
      eventPattern,
    }));
  });
}

/** The name of the bus is a part of the ARN, unless it is the default bus. */
function arnOf({ origin, properties, stack }: Declared, bus: Target | Unknown | undefined): Text | undefined {
  if (bus !== undefined && bus.kind !== 'bus') {
    return undefined;
  }
  const { partition, region, account } = placeOf(stack.environment);
  const name = properties.text('Name') ?? { kind: 'reference', resource: origin.key, attribute: 'Name' };
  const ofBus = bus === undefined || known(bus.name) === 'default' ? [] : [bus.name];
  return concatenated([literal('arn'), partition, literal('events'), region, account, concatenated([literal('rule'), ...ofBus, name], '/')], ':');
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
