import type { Delivery, EventPattern } from '../nodes/delivery';
import type { Declared, Reader } from '../reader';
import { enabledUnless } from './enabled';
import { EventBuses } from './event-bus';
import type { Target } from '../targets/target';
import { placeOf, type Place } from '../values/place';
import type { Property } from '../values/property';
import { concatenated, known, literal, type Text, type Unknown } from '../values/value';

/** The deliveries of EventBridge rules. */
export function eventRules(reader: Reader): Delivery[] {
  const buses = new EventBuses(reader);
  const arns = new RuleArns();
  return reader.all('AWS::Events::Rule').flatMap(rule => {
    const eventPattern = pattern(reader, rule.properties.get('EventPattern'));
    const from = buses.of(rule);
    const originArn = arns.of(rule, from);
    const enabled = enabledUnless(rule.properties, 'State', 'DISABLED');
    return rule.properties.items('Targets').map(target => ({
      kind: 'event-rule',
      origin: rule.origin,
      property: target.pathTo('Arn'),
      from,
      originArn,
      to: reader.named(target.required('Arn'), rule),
      retryAttempts: target.number('RetryPolicy', 'MaximumRetryAttempts'),
      maxEventAge: target.number('RetryPolicy', 'MaximumEventAgeInSeconds'),
      deadLetterQueue: reader.target(target.text('DeadLetterConfig', 'Arn'), rule),
      deadLetterProperty: target.pathTo('DeadLetterConfig.Arn'),
      role: reader.target(target.text('RoleArn'), rule),
      enabled,
      eventPattern,
    }));
  });
}

/** The ARNs of rules. What comes before `rule/` is the same for all rules of a place. */
class RuleArns {
  private readonly prefixes = new Map<Place, Text>();

  /** The name of the bus is a part of the ARN, unless it is the default bus. */
  of({ origin, properties, stack }: Declared, bus: Target | Unknown | undefined): Text | undefined {
    if (bus !== undefined && bus.kind !== 'bus') {
      return undefined;
    }
    const name = properties.text('Name') ?? { kind: 'reference', resource: origin.key, attribute: 'Name' };
    const ofBus = bus === undefined || known(bus.name) === 'default' ? [] : [bus.name];
    return concatenated([this.prefix(placeOf(stack.environment)), ...ofBus, name], '/');
  }

  private prefix(place: Place): Text {
    const { partition, region, account } = place;
    const found = this.prefixes.get(place) ?? concatenated([literal('arn'), partition, literal('events'), region, account, literal('rule')], ':');
    this.prefixes.set(place, found);
    return found;
  }
}

function pattern(reader: Reader, property: Property): EventPattern | Unknown | undefined {
  if (property.absent) {
    return undefined;
  }
  const bucketNames = property.has('detail') ? onlyBucketNames(reader, property.get('detail')) : undefined;
  return property.unknown ?? {
    source: reader.spelledOut(property, 'source'),
    detailType: reader.spelledOut(property, 'detail-type'),
    resources: reader.spelledOut(property, 'resources'),
    bucketNames,
    more: property.names().some(name => !FIELDS.includes(name) && !(name === 'detail' && bucketNames)),
  };
}

/** The fields of a pattern that are read, beside `detail`. */
const FIELDS = ['source', 'detail-type', 'resources'];

/** The names of buckets, if a pattern of details asks for nothing else. */
function onlyBucketNames(reader: Reader, detail: Property): EventPattern['bucketNames'] {
  const [[bucket, names] = [], ...others] = detail.entries();
  const isOnly = bucket === 'bucket' && others.length === 0 && names!.entries().every(([name]) => name === 'name');
  return isOnly ? reader.spelledOut(names!, 'name') : undefined;
}
