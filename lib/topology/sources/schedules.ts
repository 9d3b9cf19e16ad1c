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
      ...universalTarget(reader, declared, target) ?? { property: target.pathTo('Arn'), to: reader.named(target.required('Arn'), declared) },
      retryAttempts: target.number('RetryPolicy', 'MaximumRetryAttempts'),
      maxEventAge: target.number('RetryPolicy', 'MaximumEventAgeInSeconds'),
      deadLetterQueue: reader.target(target.text('DeadLetterConfig', 'Arn'), declared),
      deadLetterProperty: target.pathTo('DeadLetterConfig.Arn'),
      role: reader.target(target.text('RoleArn'), declared),
      enabled: enabledUnless(properties, 'State', 'DISABLED'),
    };
  });
}
