import type { Delivery } from '../nodes/delivery';
import type { Reader } from '../reader';

/** What the pipes of EventBridge deliver to functions without waiting for the answer, which they do unless told otherwise. */
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
      // What enriches events may drop some.
      filtered: properties.get('SourceParameters').has('FilterCriteria') || properties.has('Enrichment'),
    }];
  });
}
