import type { Delivery } from '../nodes/delivery';
import type { Reader } from '../reader';
import { enabledUnless } from './enabled';
import { universalTarget } from './universal-target';

/** The deliveries of EventBridge Scheduler. */
export function schedules(reader: Reader): Delivery[] {
  return reader.all('AWS::Scheduler::Schedule').map(declared => {
    const { origin, properties } = declared;
    const target = properties.get('Target');
    return {
      kind: 'schedule',
      origin,
      ...universalTarget(reader, declared, target) ?? { property: target.get('Arn').path, to: reader.named(target.required('Arn'), declared) },
      retryAttempts: target.get('RetryPolicy').number('MaximumRetryAttempts'),
      maxEventAge: target.get('RetryPolicy').number('MaximumEventAgeInSeconds'),
      deadLetterQueue: reader.target(target.get('DeadLetterConfig').text('Arn'), declared),
      deadLetterProperty: target.get('DeadLetterConfig').get('Arn').path,
      role: reader.target(target.text('RoleArn'), declared),
      enabled: enabledUnless(properties, 'State', 'DISABLED'),
    };
  });
}
