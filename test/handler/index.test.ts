import { FunctionComputeServer, KEY } from './alibaba/loopback/function-compute-server';
import { SECRET_ARN, secretValue } from './alibaba/loopback/secret-answers';
import { invocation, returned } from './invocation/invocations';
import { pointSdkTo } from './loopback/environment';
import { lambdaError } from './loopback/lambda-answers';
import { ScriptedServer } from './loopback/scripted-server';
import type { AlibabaAsyncInvokeConfigProperties } from '../../lib/contract/alibaba-async-invoke-config';
import { RESOURCE_TYPE } from '../../lib/contract/custom-resource';
import { handler } from '../../lib/handler';

const CONTEXT = { invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:handler', getRemainingTimeInMillis: () => 60_000 };

let lambda: ScriptedServer;
let cloudFormation: ScriptedServer;
let restore: () => void;

// Once, for the handler keeps its clients as long as it lives.
beforeAll(async () => {
  [lambda, cloudFormation] = await Promise.all([ScriptedServer.start(), ScriptedServer.start(() => ({}))]);
  restore = pointSdkTo({ LAMBDA: lambda.url });
});

afterAll(async () => {
  restore();
  await Promise.all([lambda.stop(), cloudFormation.stop()]);
});

beforeEach(() => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});

afterEach(() => {
  jest.restoreAllMocks();
});

/** What CloudFormation is told about a create. */
async function create(ResourceType: string, ResourceProperties: object): Promise<unknown> {
  await handler({
    RequestType: 'Create',
    RequestId: `request-${cloudFormation.requests.length}`,
    ResponseURL: cloudFormation.url,
    StackId: 'arn:aws:cloudformation:us-east-1:123456789012:stack/Shop/1',
    LogicalResourceId: 'Resource',
    ResourceType,
    ResourceProperties,
  }, CONTEXT);
  return JSON.parse(cloudFormation.requests.at(-1)!.body);
}

test('invokes functions', async () => {
  lambda.script([returned({ done: true })]);
  expect(await create(RESOURCE_TYPE.invocation, invocation({ Attributes: ['Response.done'] }))).toMatchObject({ Status: 'SUCCESS', Data: { 'Response.done': 'true' } });
});

test('looks configs up', async () => {
  lambda.script(({ path }) => path.endsWith('event-invoke-config')
    ? lambdaError(404, 'ResourceNotFoundException')
    : { body: { FunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:f', State: 'Active' } });
  expect(await create(RESOURCE_TYPE.asyncInvokeConfigLookup, { FunctionName: 'f' })).toMatchObject({ Status: 'SUCCESS', Data: { IsConfigured: 'false' } });
});

test('puts configs of Function Compute', async () => {
  const service = await FunctionComputeServer.start();
  const secrets = await ScriptedServer.start(() => secretValue(KEY));
  const restoreSecrets = pointSdkTo({ SECRETS_MANAGER: secrets.url });
  service.add('orders');
  const properties: AlibabaAsyncInvokeConfigProperties = {
    Account: '1234567890123456',
    Region: 'cn-hangzhou',
    FunctionName: 'orders',
    Endpoint: service.url,
    Credentials: { SecretArn: SECRET_ARN },
    MaximumRetryAttempts: '8',
    OnDelete: 'RESTORE',
  };
  expect(await create(RESOURCE_TYPE.alibabaAsyncInvokeConfig, properties)).toMatchObject({ Status: 'SUCCESS' });
  expect(service.config('orders:LATEST')).toMatchObject({ maxAsyncRetryAttempts: 8 });
  restoreSecrets();
  await Promise.all([service.stop(), secrets.stop()]);
});

test('says what it can if it is asked for something else', async () => {
  expect(await create('Custom::Other', {})).toMatchObject({
    Status: 'FAILED',
    Reason: expect.stringMatching(/^`ResourceType` of the request must be one of .*Custom::LambdaAsyncInvokeConfig, .*got: "Custom::Other"$/),
  });
});

test('logs a line of JSON for each step', async () => {
  await create('Custom::Other', {});
  const lines = jest.mocked(process.stdout.write).mock.calls.map(([line]) => JSON.parse(String(line)).step);
  expect(lines).toEqual(['begin', 'failed', 'answer']);
});
