import type { Delivery } from '../nodes/delivery';
import type { Reader } from '../reader';
import { enabledUnless } from './enabled';

/** The asynchronous invocations of EventBridge pipes. By default, a pipe waits for the function. */
export function pipes(reader: Reader): Delivery[] {
  return reader.all('AWS::Pipes::Pipe').flatMap((declared): Delivery[] => {
    const { origin, properties } = declared;
    const type = properties.get('TargetParameters').get('LambdaFunctionParameters').word('InvocationType');
    if (type?.kind !== 'literal' || type.value !== 'FIRE_AND_FORGET') {
      return [];
    }
    return [{
      kind: 'pipe',
      origin,
      property: 'Target',
      from: reader.named(properties.required('Source'), declared),
      to: reader.named(properties.required('Target'), declared),
      role: reader.target(properties.text('RoleArn'), declared),
      enabled: enabledUnless(properties, 'DesiredState', 'STOPPED'),
      // An enrichment may drop events.
      filtered: properties.get('SourceParameters').has('FilterCriteria') || properties.has('Enrichment'),
    }];
  });
}
