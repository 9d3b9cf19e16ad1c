import type { Delivery } from '../nodes/delivery';
import type { Reader } from '../reader';

/** The targets of CloudWatch Logs subscriptions, which invoke functions asynchronously. */
export function logSubscriptions(reader: Reader): Delivery[] {
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
