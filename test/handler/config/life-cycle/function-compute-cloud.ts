import { Faults, FUNCTIONS, type Cloud, type FunctionName, type Settings } from './cloud';
import { fcError, FunctionComputeServer, KEY } from '../../alibaba/loopback/function-compute-server';
import { SECRET_ARN, secretValue } from '../../alibaba/loopback/secret-answers';
import { pointSdkTo } from '../../loopback/environment';
import { ScriptedServer } from '../../loopback/scripted-server';

const QUEUE = /queues\/(?<name>\w+)\/messages$/;
const queue = (name: string) => `acs:mns:cn-hangzhou:1234567890123456:/queues/${name}/messages`;
const OPERATIONS: Readonly<Record<string, string>> = { PUT: 'Put', GET: 'Get', DELETE: 'Delete' };

/** Function Compute as the model sees it; a put keeps the destinations that it does not mention. */
export async function functionComputeCloud(now: () => number): Promise<Cloud> {
  const [service, secrets] = await Promise.all([FunctionComputeServer.start(), ScriptedServer.start(() => secretValue(KEY))]);
  service.now = now;
  FUNCTIONS.forEach(name => service.add(name));
  const restoreSdk = pointSdkTo({ SECRETS_MANAGER: secrets.url });
  const faults = new Faults(
    ({ method }) => OPERATIONS[method],
    request => service.answer(request),
    how => how === 'busy' ? fcError(429, 'ResourceThrottled') : fcError(400, 'InvalidArgument', 'refused'),
  );
  service.server.script(request => faults.answer(request));
  const at = (name: FunctionName) => `${name}:LATEST`;
  return {
    resourceType: 'Custom::AlibabaAsyncInvokeConfig',
    configure: (name, { retries, onFailure }) => void service.configure(at(name), {
      asyncTask: false,
      maxAsyncEventAgeInSeconds: 86400,
      maxAsyncRetryAttempts: retries,
      ...onFailure && { destinationConfig: { onFailure: { destination: queue(onFailure) } } },
    }),
    config(name) {
      const config = service.config(at(name));
      const onFailure = QUEUE.exec(config?.destinationConfig?.onFailure?.destination ?? '')?.groups!.name as Settings['onFailure'];
      return config && { retries: config.maxAsyncRetryAttempts ?? 3, ...onFailure && { onFailure } };
    },
    properties: (name, { retries, onFailure }) => ({
      Account: '1234567890123456',
      Region: 'cn-hangzhou',
      FunctionName: name,
      Endpoint: service.url,
      Credentials: { SecretArn: SECRET_ARN },
      MaximumRetryAttempts: `${retries}`,
      ...onFailure && { OnFailure: queue(onFailure) },
      OnDelete: 'RESTORE',
    }),
    fault: fault => faults.set(fault),
    async stop() {
      restoreSdk();
      await Promise.all([service.stop(), secrets.stop()]);
    },
  };
}
