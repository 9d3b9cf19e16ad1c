import type { Delivery, EventPattern } from '../nodes/delivery';
import type { Declared, Reader } from '../reader';
import { EventBuses } from './event-bus';
import { spelledOut } from '../values/arn';
import type { Property } from '../values/property';
import type { Text, Unknown } from '../values/value';

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
      enabled: enabled(rule),
      eventPattern,
    }));
  });
}

function enabled({ properties }: Declared): Delivery['enabled'] {
  const state = properties.word('State');
  return state?.kind === 'literal' ? { kind: 'literal', value: state.value !== 'DISABLED' } : state;
}

function pattern(reader: Reader, property: Property): EventPattern | Unknown | undefined {
  if (property.absent) return undefined;
  return property.unknown ?? {
    source: listed(reader, property, 'source'),
    detailType: listed(reader, property, 'detail-type'),
    resources: listed(reader, property, 'resources'),
    more: property.entries().some(([name]) => !['source', 'detail-type', 'resources'].includes(name)),
  };
}

function listed(reader: Reader, parts: Property, name: string): readonly Text[] | undefined {
  return parts.has(name) ? parts.get(name).texts().map(text => spelledOut(reader.resolver, text)) : undefined;
}
