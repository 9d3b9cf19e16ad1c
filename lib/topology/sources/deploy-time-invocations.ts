import { RESOURCE_TYPE } from '../../contract/custom-resource';
import type { Delivery } from '../nodes/delivery';
import type { Declared, Reader } from '../reader';
import { lambdaTarget } from '../targets/lambda-target';
import { known } from '../values/value';

/** The invocation types that do not wait for the function. */
const ASYNCHRONOUS = ['Event', 'InvokeAsync'];

/** The asynchronous invocations by our custom resources during the deployment. */
export function deployTimeInvocations(reader: Reader): Delivery[] {
  return reader.all(RESOURCE_TYPE.invocation).filter(isAsynchronous).map(declared => ({
    kind: 'deploy-time-invocation',
    origin: declared.origin,
    property: 'FunctionName',
    to: lambdaTarget(reader, declared, declared.properties.text('Qualifier')),
  }));
}

/** An unknown type may be any, so it does not count. Without a payload, nothing is invoked. */
function isAsynchronous({ properties }: Declared): boolean {
  return ASYNCHRONOUS.includes(known(properties.text('InvocationType')) ?? '') && properties.get('Payloads').entries().length > 0;
}
