import type { Declared, Reader } from '../reader';
import type { Target } from '../targets/target';
import { fieldsOf } from '../values/arn';
import { concatenated, known, literal, type Text, type Unknown } from '../values/value';

/** The bus that a rule listens to, by name or by ARN: without one the default bus of its account and Region. */
export function identityOfBus(reader: Reader, rule: Declared): Target | Unknown | undefined {
  const property = rule.properties.get('EventBusName');
  // A schedule belongs to no bus.
  if (property.absent && rule.properties.get('EventPattern').absent) return undefined;
  const name = property.text() ?? literal('default');
  const isArn = known(fieldsOf(reader.resolver, name)[0]) === 'arn';
  return reader.named(isArn ? name : arnOf(reader, rule, name), rule);
}

function arnOf(reader: Reader, { stack }: Declared, name: Text): Text {
  const prefix = reader.resolver.text({ 'Fn::Sub': 'arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/' }, stack);
  return concatenated([prefix, name]);
}
