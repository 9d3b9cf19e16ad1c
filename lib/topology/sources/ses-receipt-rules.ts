import type { Reader } from '../reader';
import type { Delivery } from '../topology';

/** The functions that SES invokes for mail: asynchronously, unless a rule asks for the answer. */
export function sesReceiptRules(reader: Reader): Delivery[] {
  return reader.all('AWS::SES::ReceiptRule').flatMap(rule => {
    const enabled = rule.properties.get('Rule').switch('Enabled');
    return rule.properties.get('Rule').get('Actions').items()
      .map(action => action.get('LambdaAction'))
      .filter(action => !action.absent)
      .filter(action => {
        const type = action.word('InvocationType');
        return type?.kind !== 'literal' || type.value === 'Event';
      })
      .map(action => ({
        kind: 'ses-receipt-rule',
        origin: rule.origin,
        property: action.get('FunctionArn').path,
        to: reader.named(action.required('FunctionArn'), rule),
        enabled,
      }));
  });
}
