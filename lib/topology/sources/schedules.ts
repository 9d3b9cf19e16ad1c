import type { Reader } from '../reader';
import type { Delivery } from '../topology';

/** What the schedules of EventBridge Scheduler deliver. */
export function schedules(reader: Reader): Delivery[] {
  return reader.all('AWS::Scheduler::Schedule').map(declared => {
    const { origin, properties } = declared;
    const target = properties.get('Target');
    const state = properties.get('State').word();
    return {
      kind: 'schedule',
      origin,
      property: target.get('Arn').path,
      to: reader.requiredTarget(target.get('Arn'), declared),
      retryAttempts: target.get('RetryPolicy', 'MaximumRetryAttempts').number(),
      maxEventAge: target.get('RetryPolicy', 'MaximumEventAgeInSeconds').number(),
      deadLetterQueue: reader.target(target.get('DeadLetterConfig', 'Arn'), declared),
      role: reader.target(target.get('RoleArn'), declared),
      enabled: state?.kind === 'literal' ? { kind: 'literal', value: state.value !== 'DISABLED' } : state,
    };
  });
}
