import {
  CreateAliasCommand, DeleteFunctionEventInvokeConfigCommand, GetAliasCommand, GetFunctionCommand, GetFunctionConfigurationCommand,
  GetFunctionEventInvokeConfigCommand, InvokeAsyncCommand, InvokeCommand, LambdaClient, ListFunctionEventInvokeConfigsCommand,
  PublishVersionCommand, PutFunctionConcurrencyCommand, PutFunctionEventInvokeConfigCommand, ResourceNotFoundException,
  TooManyRequestsException, UpdateAliasCommand, UpdateFunctionEventInvokeConfigCommand, paginateListFunctionEventInvokeConfigs,
} from '@aws-sdk/client-lambda';
import { listen, type Endpoint } from '../../../lib/simulator/endpoint';
import { ServiceError } from '../../../lib/simulator/state';
import { arnOf, DeployedService, echo, NOW } from '../service/deployed';

const QUEUE = 'arn:aws:sqs:us-east-1:111111111111:failed';
const SETTINGS = { OnSuccess: {}, OnFailure: {} };

let service: DeployedService;
let endpoint: Endpoint;
let lambda: LambdaClient;

beforeEach(async () => {
  service = new DeployedService({
    functions: { fn: { versions: ['1'], aliases: { live: '1' } } },
    stores: [QUEUE],
    run: request => {
      if (request.function.reservedConcurrency === 0) {
        throw new ServiceError('TooManyRequestsException', 429, 'Rate Exceeded.', 'ReservedFunctionConcurrentInvocationLimitExceeded');
      }
      const { fail } = JSON.parse(request.payload ?? '{}');
      return fail
        ? { ...echo(request), functionError: 'Unhandled', payload: '{"errorType":"Error","errorMessage":"boom"}' }
        : { ...echo(request), log: `${'x'.repeat(5000)}END\n` };
    },
  });
  endpoint = await listen(service);
  lambda = clientOf('us-east-1');
});
afterEach(() => endpoint.close());

function clientOf(region: string, accessKeyId = 'AKIDEXAMPLE'): LambdaClient {
  return new LambdaClient({ endpoint: endpoint.url, region, credentials: { accessKeyId, secretAccessKey: 'secret' } });
}

test('puts, reads, updates and deletes a config', async () => {
  const target = { FunctionName: 'fn', Qualifier: 'live' };
  const settings = { MaximumRetryAttempts: 0, DestinationConfig: { OnFailure: { Destination: QUEUE } } };
  const put = await lambda.send(new PutFunctionEventInvokeConfigCommand({ ...target, ...settings }));
  expect(put).toMatchObject({
    FunctionArn: `${arnOf('fn')}:live`, LastModified: new Date(NOW), MaximumRetryAttempts: 0, DestinationConfig: { OnSuccess: {}, OnFailure: { Destination: QUEUE } },
  });
  await lambda.send(new UpdateFunctionEventInvokeConfigCommand({ ...target, MaximumEventAgeInSeconds: 60, DestinationConfig: { OnFailure: { Destination: '' } } }));
  expect(await lambda.send(new GetFunctionEventInvokeConfigCommand(target)))
    .toMatchObject({ MaximumRetryAttempts: 0, MaximumEventAgeInSeconds: 60, DestinationConfig: SETTINGS });
  expect((await lambda.send(new ListFunctionEventInvokeConfigsCommand({ FunctionName: 'fn' }))).FunctionEventInvokeConfigs).toHaveLength(1);
  await lambda.send(new DeleteFunctionEventInvokeConfigCommand(target));
  const gone = lambda.send(new GetFunctionEventInvokeConfigCommand(target));
  await expect(gone).rejects.toThrow(ResourceNotFoundException);
  await expect(gone).rejects.toMatchObject({ message: `The function ${arnOf('fn')}:live doesn't have an EventInvokeConfig`, Type: 'User' });
});

test('reads pages to their end', async () => {
  for (const Qualifier of ['$LATEST', '1', 'live']) {
    await lambda.send(new PutFunctionEventInvokeConfigCommand({ FunctionName: 'fn', Qualifier, MaximumRetryAttempts: 0 }));
  }
  const arns = [];
  for await (const page of paginateListFunctionEventInvokeConfigs({ client: lambda, pageSize: 2 }, { FunctionName: 'fn' })) {
    arns.push(page.FunctionEventInvokeConfigs!.map(config => config.FunctionArn));
  }
  expect(arns).toEqual([[`${arnOf('fn')}:$LATEST`, `${arnOf('fn')}:1`], [`${arnOf('fn')}:live`]]);
});

test('runs a function', async () => {
  const answer = await lambda.send(new InvokeCommand({ FunctionName: 'fn:live', Payload: '{"id":1}', LogType: 'Tail' }));
  expect(answer).toMatchObject({ StatusCode: 200, ExecutedVersion: '1' });
  expect(answer.FunctionError).toBeUndefined();
  expect(answer.Payload!.transformToString()).toBe('{"id":1}');
  expect(Buffer.from(answer.LogResult!, 'base64').toString()).toBe(`${'x'.repeat(4092)}END\n`);
});

test('returns the error of a function', async () => {
  const answer = await lambda.send(new InvokeCommand({ FunctionName: 'fn', Payload: '{"fail":true}' }));
  expect(answer).toMatchObject({ StatusCode: 200, ExecutedVersion: '$LATEST', FunctionError: 'Unhandled' });
  expect(answer.LogResult).toBeUndefined();
  expect(answer.Payload!.transformToString()).toBe('{"errorType":"Error","errorMessage":"boom"}');
});

test('accepts an event, with the request id of all attempts', async () => {
  const answer = await lambda.send(new InvokeCommand({ FunctionName: 'fn', Qualifier: 'live', InvocationType: 'Event', Payload: '{"id":1}' }));
  expect(answer).toMatchObject({ StatusCode: 202, $metadata: { requestId: '00000000-0000-4000-8000-000000000001' } });
  expect(answer.ExecutedVersion).toBeUndefined();
  expect(answer.Payload ?? '').toHaveLength(0);
  expect(service.accepted).toMatchObject([{ qualifier: 'live', payload: '{"id":1}' }]);
});

test('accepts an event by InvokeAsync', async () => {
  expect(await lambda.send(new InvokeAsyncCommand({ FunctionName: 'fn:live', InvokeArgs: '{"id":1}' }))).toMatchObject({ Status: 202 });
  expect(service.accepted).toMatchObject([{ qualifier: 'live', payload: '{"id":1}', payloadLimit: 262144 }]);
});

test('a dry run runs nothing', async () => {
  expect(await lambda.send(new InvokeCommand({ FunctionName: 'fn', InvocationType: 'DryRun' }))).toMatchObject({ StatusCode: 204 });
  await expect(lambda.send(new InvokeCommand({ FunctionName: 'gone', InvocationType: 'DryRun' }))).rejects.toThrow(`Function not found: ${arnOf('gone')}:$LATEST`);
});

test('throttles a function with a reserved concurrency of 0', async () => {
  await lambda.send(new PutFunctionConcurrencyCommand({ FunctionName: 'fn', ReservedConcurrentExecutions: 0 }));
  lambda.config.maxAttempts = () => Promise.resolve(1);
  const throttled = lambda.send(new InvokeCommand({ FunctionName: 'fn' }));
  await expect(throttled).rejects.toThrow(TooManyRequestsException);
  await expect(throttled).rejects.toMatchObject({ message: 'Rate Exceeded.', Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded' });
});

test('moves an alias', async () => {
  await lambda.send(new CreateAliasCommand({ FunctionName: 'fn', Name: 'next', FunctionVersion: '1' }));
  const alias = await lambda.send(new GetAliasCommand({ FunctionName: 'fn', Name: 'next' }));
  expect(alias).toMatchObject({ AliasArn: `${arnOf('fn')}:next`, FunctionVersion: '1', Description: '' });
  expect((await lambda.send(new UpdateAliasCommand({ FunctionName: 'fn', Name: 'next', FunctionVersion: '$LATEST', RevisionId: alias.RevisionId }))).FunctionVersion).toBe('$LATEST');
  await expect(lambda.send(new UpdateAliasCommand({ FunctionName: 'fn', Name: 'next', RevisionId: alias.RevisionId })))
    .rejects.toMatchObject({ name: 'PreconditionFailedException', message: expect.stringMatching(/^The Revision Id provided does not match the latest Revision Id\./) });
});

test('answers the configuration of a function', async () => {
  const configuration = { FunctionName: 'fn', FunctionArn: `${arnOf('fn')}:live`, Version: '1', State: 'Active', LastUpdateStatus: 'Successful', Timeout: 3 };
  expect((await lambda.send(new GetFunctionCommand({ FunctionName: 'fn', Qualifier: 'live' }))).Configuration).toMatchObject(configuration);
  expect(await lambda.send(new GetFunctionConfigurationCommand({ FunctionName: 'fn:live' }))).toMatchObject(configuration);
  expect(await lambda.send(new PublishVersionCommand({ FunctionName: 'fn' }))).toMatchObject({ Version: '1', FunctionArn: `${arnOf('fn')}:1` });
});

test('a client in another Region finds no function', async () => {
  const abroad = clientOf('eu-west-1', '222222222222');
  await expect(abroad.send(new GetFunctionCommand({ FunctionName: arnOf('fn') }))).rejects.toThrow("Functions from 'us-east-1' are not reachable in this region ('eu-west-1')");
  await expect(abroad.send(new GetFunctionCommand({ FunctionName: 'fn' }))).rejects.toThrow('Function not found: arn:aws:lambda:eu-west-1:222222222222:function:fn');
});

test('answers unknown behaviour with an error that the SDK does not retry', async () => {
  const unknown = lambda.send(new InvokeCommand({ FunctionName: 'fn', TenantId: 'blue' }));
  await expect(unknown).rejects.toMatchObject({
    name: 'NotKnownOfTheRealService',
    message: 'The simulator does not know what Lambda does with a tenant id for a function without tenant isolation. Leave it out.',
    $metadata: { httpStatusCode: 501, attempts: 1 },
  });
});
