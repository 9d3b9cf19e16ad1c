import { Faults, FUNCTIONS, type Cloud, type FunctionName, type Settings } from './cloud';
import { pointSdkTo } from '../../loopback/environment';
import { lambdaError } from '../../loopback/lambda-answers';
import { LambdaWithConfigs } from '../../loopback/lambda-with-configs';

const QUEUES = 'arn:aws:sqs:us-east-1:123456789012:';
const OPERATIONS: Readonly<Record<string, string>> = { PUT: 'Put', GET: 'Get', DELETE: 'Delete' };

/** Lambda as the model sees it. */
export async function lambdaCloud(now: () => number): Promise<Cloud> {
  const lambda = await LambdaWithConfigs.start();
  lambda.now = now;
  FUNCTIONS.forEach(name => lambda.add(name));
  const restoreSdk = pointSdkTo({ LAMBDA: lambda.server.url });
  const faults = new Faults(
    ({ method, path }) => path.endsWith('/configuration') ? 'Configuration' : OPERATIONS[method],
    request => lambda.answer(request),
    how => how === 'busy' ? lambdaError(429, 'TooManyRequestsException') : lambdaError(400, 'InvalidParameterValueException', 'refused'),
  );
  lambda.server.script(request => faults.answer(request));
  const at = (name: FunctionName) => `${name}:$LATEST`;
  return {
    resourceType: 'Custom::LambdaAsyncInvokeConfig',
    configure: (name, { retries, onFailure }) => void lambda.configure(at(name), {
      MaximumRetryAttempts: retries, ...onFailure && { OnFailure: `${QUEUES}${onFailure}` },
    }),
    config(name) {
      const config = lambda.config(at(name));
      const onFailure = config?.OnFailure?.slice(QUEUES.length) as Settings['onFailure'];
      return config && { retries: config.MaximumRetryAttempts ?? 2, ...onFailure && { onFailure } };
    },
    properties: (name, { retries, onFailure }) => ({
      FunctionName: name,
      MaximumRetryAttempts: `${retries}`,
      ...onFailure && { OnFailure: `${QUEUES}${onFailure}` },
      Merge: 'false',
      OnDelete: 'RESTORE',
    }),
    fault: fault => faults.set(fault),
    async stop() {
      restoreSdk();
      await lambda.stop();
    },
  };
}
