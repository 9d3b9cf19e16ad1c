import { alibabaAsyncInvokeConfig } from './alibaba/config/async-invoke-config';
import { systemClock } from './clock';
import { deployTimeInvocation } from './invocation/deploy-time-invocation';
import { LambdaClients } from './lambda/clients';
import { asyncInvokeConfig } from './lambda/config/async-invoke-config';
import { asyncInvokeConfigLookup } from './lookup/async-invoke-config-lookup';
import { handling } from './protocol/handling';
import { RESOURCE_TYPE } from '../contract/custom-resource';

/** Entry point for Lambda. */
export const handler = handling({
  resources: {
    [RESOURCE_TYPE.invocation]: deployTimeInvocation,
    [RESOURCE_TYPE.asyncInvokeConfig]: asyncInvokeConfig,
    [RESOURCE_TYPE.asyncInvokeConfigLookup]: asyncInvokeConfigLookup,
    [RESOURCE_TYPE.alibabaAsyncInvokeConfig]: alibabaAsyncInvokeConfig,
  },
  clock: systemClock,
  clients: () => new LambdaClients().of,
  write: line => process.stdout.write(`${line}\n`),
});
