import { alibabaAsyncInvokeConfig } from './alibaba/config/async-invoke-config';
import { systemClock } from './clock';
import { invocationResource } from './invocation/invocation-resource';
import { LambdaClients } from './lambda/clients';
import { handling } from './protocol/handling';
import { RESOURCE_TYPE } from '../contract/custom-resource';

/** What Lambda calls. */
export const handler = handling({
  resources: {
    [RESOURCE_TYPE.invocation]: invocationResource,
    [RESOURCE_TYPE.alibabaAsyncInvokeConfig]: alibabaAsyncInvokeConfig,
  },
  lambda: new LambdaClients().of,
  clock: systemClock,
  write: line => process.stdout.write(`${line}\n`),
});
