import type { Delivery } from '../nodes/delivery';
import type { Reader } from '../reader';

/** The asynchronous invocations of EventBridge pipes. By default, a pipe waits for the function. */
export function pipes(reader: Reader): Delivery[] {
  return reader.all('AWS::Pipes::Pipe').flatMap((declared): Delivery[] => {
    const { origin, properties } = declared;
    const type = properties.get('TargetParameters').get('LambdaFunctionParameters').word('InvocationType');
    if (type?.kind !== 'literal' || type.value !== 'FIRE_AND_FORGET') return [];
    const state = properties.word('DesiredState');
    return [{
      kind: 'pipe',
      origin,
      property: 'Target',
      from: reader.named(properties.required('Source'), declared),
      to: reader.named(properties.required('Target'), declared),
      role: reader.target(properties.text('RoleArn'), declared),
      enabled: state?.kind === 'literal' ? { kind: 'literal', value: state.value !== 'STOPPED' } : state,
      // An enrichment may drop events.
      filtered: properties.get('SourceParameters').has('FilterCriteria') || properties.has('Enrichment'),
    }];
  });
}
