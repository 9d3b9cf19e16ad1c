import type { Delivery } from '../nodes/delivery';
import type { Reader } from '../reader';
import { known } from '../values/value';

/** The functions that SES invokes asynchronously for mail. A rule may ask for a synchronous call; an unknown type does not count. */
export function sesReceiptRules(reader: Reader): Delivery[] {
  return reader.all('AWS::SES::ReceiptRule').flatMap(rule => {
    const enabled = rule.properties.get('Rule').switch('Enabled');
    return rule.properties.get('Rule').get('Actions').items()
      .map(action => action.get('LambdaAction'))
      .filter(action => !action.absent)
      .filter(action => {
        const type = action.text('InvocationType');
        return type === undefined || known(type) === 'Event';
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
