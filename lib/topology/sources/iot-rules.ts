import type { Delivery } from '../nodes/delivery';
import type { Reader } from '../reader';
import type { Property } from '../values/property';
import { known, literal } from '../values/value';

/** The functions that AWS IoT rules invoke, in regular and error actions. */
export function iotRules(reader: Reader): Delivery[] {
  return reader.all('AWS::IoT::TopicRule').flatMap(rule => {
    const payload = rule.properties.get('TopicRulePayload');
    const actions = [...payload.get('Actions').items(), payload.get('ErrorAction')];
    const disabled = payload.switch('RuleDisabled');
    return actions.map(action => action.get('Lambda').get('FunctionArn')).filter(arn => !arn.absent).map((arn: Property) => ({
      kind: 'iot-rule',
      origin: rule.origin,
      property: arn.path,
      to: reader.named(arn.required(), rule),
      enabled: disabled?.kind === 'literal' ? literal(known(disabled) !== true) : disabled,
    }));
  });
}
