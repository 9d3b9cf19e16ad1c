import { App, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as fc from 'fast-check';
import { concreteRosStack, HERE, templateOf } from './fixture';
import { alibaba } from '../../lib';
import { alibabaAsyncInvokeConfig } from '../../lib/handler/alibaba/config/async-invoke-config';
import { AlibabaStack } from '../handler/alibaba/alibaba-stack';
import type { Config } from '../handler/alibaba/loopback/function-compute-server';
import { SECRET_ARN } from '../handler/alibaba/loopback/secret-answers';

const TYPE = 'Custom::AlibabaAsyncInvokeConfig';
const TARGET = 'orders:LATEST';

const destinations = fc.constantFrom(
  alibaba.Destination.queue('failed'), alibaba.Destination.topic('done'), alibaba.Destination.function('next', { region: 'cn-beijing' }),
  alibaba.Destination.fromArn('acs:eventbridge:cn-hangzhou:1234567890123456:eventbus/orders'),
);

const policies: fc.Arbitrary<alibaba.AsyncInvokeConfigOptions> = fc.record({
  maxEventAge: fc.integer({ min: 1, max: 604800 }).map(seconds => Duration.seconds(seconds)),
  retryAttempts: fc.integer({ min: 0, max: 8 }),
  asyncTask: fc.boolean(),
  onFailure: destinations,
  onSuccess: destinations,
}, { requiredKeys: [] });

let stack: AlibabaStack;

beforeAll(async () => {
  stack = await AlibabaStack.start(TYPE, alibabaAsyncInvokeConfig);
});

afterAll(() => stack.stop());

/** What Function Compute does with events after ROS has made the resource of the template. */
function afterRos(policy: alibaba.AsyncInvokeConfigOptions): Config {
  const ros = concreteRosStack();
  new alibaba.AsyncInvokeConfig(ros, 'Config', { functionName: 'orders', ...policy });
  const [{ Properties }] = Object.values(templateOf(ros).Resources);
  const { OnSuccess, OnFailure } = Properties.DestinationConfig ?? {};
  const { service } = stack;
  service.remove('orders');
  service.add('orders').configure(TARGET, {
    asyncTask: Properties.AsyncTask,
    maxAsyncEventAgeInSeconds: Properties.MaxAsyncEventAgeInSeconds,
    maxAsyncRetryAttempts: Properties.MaxAsyncRetryAttempts,
    ...Properties.DestinationConfig && {
      destinationConfig: {
        ...OnSuccess && { onSuccess: { destination: OnSuccess.Destination } },
        ...OnFailure && { onFailure: { destination: OnFailure.Destination } },
      },
    },
  });
  return service.effective(TARGET);
}

/** The same after the handler has worked on the custom resource of the template, whatever was there before. */
async function afterHandler(policy: alibaba.AsyncInvokeConfigOptions, before: Config | undefined): Promise<Config> {
  const aws = new Stack(new App(), 'Aws');
  const credentials = alibaba.Credentials.fromSecret(secretsmanager.Secret.fromSecretCompleteArn(aws, 'Secret', SECRET_ARN));
  new alibaba.DeployTimeAsyncInvokeConfig(aws, 'Config', { ...HERE, functionName: 'orders', credentials, ...policy });
  const [{ Properties: { ServiceToken: _, ServiceTimeout: __, ...properties } }] = Object.values(Template.fromStack(aws).findResources(TYPE));
  const { service } = stack;
  service.remove('orders');
  service.add('orders');
  if (before) {
    service.configure(TARGET, before);
  }
  await stack.create('Config', { ...properties, Endpoint: service.url });
  const effective = service.effective(TARGET);
  // A resource that stays in the stack would look like one that another run of the next request has created.
  await stack.delete('Config');
  return effective;
}

test.each([['merges', false], ['replaces', true]])('if a Put %s, a policy has the same effect through ROS and through the handler', async (_, replaces) => {
  stack.service.replaces = replaces;
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  await fc.assert(fc.asyncProperty(policies, fc.option(policies, { nil: undefined }), async (policy, before) => {
    const found = before && afterRos(before);
    expect(await afterHandler(policy, found)).toEqual(afterRos(policy));
  }), { numRuns: 15 });
});
