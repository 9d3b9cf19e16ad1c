import type { AsyncInvokeConfigLookupProperties } from '../../../lib/contract/async-invoke-config';
import type { CustomResourceRequest } from '../../../lib/contract/custom-resource';
import { asyncInvokeConfigLookup } from '../../../lib/handler/lookup/async-invoke-config-lookup';
import { pointSdkTo } from '../loopback/environment';
import { lambdaError } from '../loopback/lambda-answers';
import { LambdaWithConfigs } from '../loopback/lambda-with-configs';
import { TestDeployment } from '../test-deployment';

const ARN = 'arn:aws:lambda:us-east-1:123456789012:function:orders';
const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:failed';

let lambda: LambdaWithConfigs;
let restore: () => void;

beforeEach(async () => {
  lambda = (await LambdaWithConfigs.start()).add('orders', 'live');
  restore = pointSdkTo({ LAMBDA: lambda.server.url });
});

afterEach(async () => {
  restore();
  await lambda.stop();
});

async function send(type: 'create' | 'update' | 'delete', properties: AsyncInvokeConfigLookupProperties) {
  const request = { ResourceProperties: properties, PhysicalResourceId: 'p' } as CustomResourceRequest<AsyncInvokeConfigLookupProperties>;
  return asyncInvokeConfigLookup[type](request, new TestDeployment());
}

const lookUp = (properties: AsyncInvokeConfigLookupProperties) => send('create', properties);

test('returns a config with the defaults of Lambda for absent settings', async () => {
  lambda.configure('orders:live', { MaximumRetryAttempts: 0, OnFailure: QUEUE });
  expect(await lookUp({ FunctionName: 'orders', Qualifier: 'live' })).toEqual({
    physicalResourceId: '123456789012/us-east-1/orders:live',
    data: {
      IsConfigured: 'true',
      FunctionArn: `${ARN}:live`,
      MaximumEventAgeInSeconds: '21600',
      MaximumRetryAttempts: '0',
      OnSuccess: '',
      OnFailure: QUEUE,
      LastModified: '2023-11-14T22:13:21.250Z',
    },
  });
  expect(lambda.calls).toEqual(['Get orders:live']);
});

test.each([['live', 'live'], [undefined, '$LATEST'], ['$LATEST', '$LATEST']])('%s without a config has the defaults', async (Qualifier, qualifier) => {
  expect(await lookUp({ FunctionName: 'orders', Qualifier })).toEqual({
    physicalResourceId: `123456789012/us-east-1/orders:${qualifier}`,
    data: {
      IsConfigured: 'false',
      FunctionArn: `${ARN}:${qualifier}`,
      MaximumEventAgeInSeconds: '21600',
      MaximumRetryAttempts: '2',
      OnSuccess: '',
      OnFailure: '',
      LastModified: '',
    },
  });
});

test.each([{ FunctionName: 'gone' }, { FunctionName: 'orders', Qualifier: 'gone' }])('%j, which does not exist, is not taken for one without a config', async target => {
  await expect(lookUp(target)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});

test('an error is not taken for "none"', async () => {
  lambda.next('Get', lambdaError(400, 'InvalidParameterValueException', 'no'));
  await expect(lookUp({ FunctionName: 'orders' })).rejects.toThrow('no');
});

test('a config is read while its function is being updated, and whatever passes by itself is waited out', async () => {
  lambda.functions.get('orders:live')!.State = 'Pending';
  lambda.next('Get', lambdaError(429, 'TooManyRequestsException')).next('Configuration', 'reset');
  expect(await lookUp({ FunctionName: 'orders:live' })).toMatchObject({ data: { IsConfigured: 'false' } });
});

test('an update reads again', async () => {
  lambda.configure('orders:live', { MaximumRetryAttempts: 1 });
  expect(await send('update', { FunctionName: 'orders:live', Refresh: '2' })).toMatchObject({
    physicalResourceId: '123456789012/us-east-1/orders:live', data: { MaximumRetryAttempts: '1' },
  });
});

test('a delete asks nothing', async () => {
  expect(await send('delete', { FunctionName: 'orders' })).toEqual({});
  expect(lambda.calls).toEqual([]);
});

test('a malformed target is refused before anything is asked', async () => {
  await expect(lookUp({ FunctionName: 'orders:1:2' })).rejects.toThrow('At most one qualifier may follow the name');
  expect(lambda.calls).toEqual([]);
});
