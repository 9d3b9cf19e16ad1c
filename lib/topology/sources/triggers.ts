import { callIn, EVENT, invokedAsynchronously, within } from './lambda-call';
import type { Delivery } from '../nodes/delivery';
import type { Reader } from '../reader';
import { textOfEntry } from '../values/tree';
import { known } from '../values/value';

/** The moments at which an `AwsCustomResource` calls a service. */
const MOMENTS = ['Create', 'Update', 'Delete'];

/** The names of Lambda in an `AwsCustomResource`. */
const LAMBDA = ['lambda', '@aws-sdk/client-lambda'];

/** The asynchronous invocations during the deployment by `Trigger` and `AwsCustomResource` of aws-cdk-lib. */
export function triggers(reader: Reader): Delivery[] {
  return [
    ...reader.all('Custom::Trigger').filter(({ properties }) => known(properties.text('InvocationType')) === EVENT).map((trigger): Delivery => ({
      kind: 'deploy-time-invocation',
      origin: trigger.origin,
      property: 'HandlerArn',
      to: reader.named(trigger.properties.required('HandlerArn'), trigger),
    })),
    ...reader.all('Custom::AWS').flatMap(custom => MOMENTS.flatMap((moment): Delivery[] => {
      const call = custom.properties.get(moment).document();
      const [service, action] = ['service', 'action'].map(name => known(textOfEntry(call, name))?.toLowerCase() ?? '');
      const to = LAMBDA.includes(service)
        ? invokedAsynchronously(reader, custom, action.replace(/command$/, ''), callIn(within(call, 'parameters')))
        : undefined;
      return to ? [{ kind: 'deploy-time-invocation', origin: custom.origin, property: `${moment}.parameters.FunctionName`, to }] : [];
    })),
  ];
}
