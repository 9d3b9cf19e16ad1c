import type { Reader } from '../reader';
import type { Delivery } from '../topology';
import { known, literal } from '../values/value';

/** The functions that pipes of EventBridge invoke asynchronously: where nobody says so, a pipe waits for the answer. */
export function pipes(reader: Reader): Delivery[] {
  return reader.all('AWS::Pipes::Pipe')
    .filter(({ properties }) => known(properties.get('TargetParameters').get('LambdaFunctionParameters').text('InvocationType')) === 'FIRE_AND_FORGET')
    .map(pipe => {
      const { origin, properties } = pipe;
      const state = properties.word('DesiredState');
      return {
        kind: 'pipe',
        origin,
        property: 'Target',
        from: reader.target(properties.text('Source'), pipe),
        to: reader.named(properties.required('Target'), pipe),
        role: reader.target(properties.text('RoleArn'), pipe),
        enabled: state?.kind === 'literal' ? literal(state.value !== 'STOPPED') : state,
      };
    });
}
