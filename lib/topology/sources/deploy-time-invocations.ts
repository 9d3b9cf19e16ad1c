import { RESOURCE_TYPE } from '../../contract/custom-resource';
import type { Delivery } from '../nodes/delivery';
import type { Declared, Reader } from '../reader';
import { lambdaTarget } from '../targets/lambda-target';
import { known } from '../values/value';

/** The types of invocation for which the deployment does not wait until the function has run. */
const ASYNCHRONOUS = ['Event', 'InvokeAsync'];

/** The functions that our custom resources invoke while the app is deployed, as far as that is asynchronous. */
export function deployTimeInvocations(reader: Reader): Delivery[] {
  return reader.all(RESOURCE_TYPE.invocation).filter(isAsynchronous).map(declared => ({
    kind: 'deploy-time-invocation',
    origin: declared.origin,
    property: 'FunctionName',
    to: lambdaTarget(reader, declared, declared.properties.text('Qualifier')),
  }));
}

/** A type that only the deployment knows may be any, and without a payload nothing is invoked. */
function isAsynchronous({ properties }: Declared): boolean {
  return ASYNCHRONOUS.includes(known(properties.text('InvocationType')) ?? '') && properties.get('Payloads').entries().length > 0;
}
