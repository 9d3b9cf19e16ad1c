import type { Delivery } from '../nodes/delivery';
import type { Reader } from '../reader';
import { textOfEntry } from '../values/tree';
import { known, unknown } from '../values/value';

/** The targets of CloudWatch Logs subscriptions, which invoke functions asynchronously. */
export function logSubscriptions(reader: Reader): Delivery[] {
  return [...subscriptions(reader), ...accountSubscriptions(reader)];
}

function subscriptions(reader: Reader): Delivery[] {
  return reader.all('AWS::Logs::SubscriptionFilter').map(declared => {
    const { origin, properties } = declared;
    const destination = properties.get('DestinationArn');
    return {
      kind: 'log-subscription',
      origin,
      property: destination.path,
      to: reader.named(destination.required(), declared),
      role: reader.target(properties.text('RoleArn'), declared),
    };
  });
}

/** The subscriptions of all log groups of an account. */
function accountSubscriptions(reader: Reader): Delivery[] {
  return reader.all('AWS::Logs::AccountPolicy').filter(({ properties }) => known(properties.text('PolicyType')) === 'SUBSCRIPTION_FILTER_POLICY').map(declared => {
    const policy = declared.properties.get('PolicyDocument').document();
    const destination = policy?.kind === 'unknown' ? policy : textOfEntry(policy, 'DestinationArn') ?? unknown('`DestinationArn` is missing');
    return {
      kind: 'log-subscription',
      origin: declared.origin,
      property: 'PolicyDocument.DestinationArn',
      to: reader.named(destination, declared),
      role: reader.target(textOfEntry(policy, 'RoleArn'), declared),
    };
  });
}
