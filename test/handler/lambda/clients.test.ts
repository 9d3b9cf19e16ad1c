import { GetFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import { LambdaClients } from '../../../lib/handler/lambda/clients';
import { classify } from '../../../lib/handler/retry/classify';
import { pointSdkTo } from '../loopback/environment';
import { lambdaError } from '../loopback/lambda-answers';
import { ScriptedServer } from '../loopback/scripted-server';

const FUNCTION = { FunctionName: 'f' };
const ROLE = { AssumeRoleArn: 'arn:aws:iam::210987654321:role/deployer' };

let lambda: ScriptedServer;
let sts: ScriptedServer;
let restore: () => void;
let clients: LambdaClients;

beforeEach(async () => {
  [lambda, sts] = await Promise.all([ScriptedServer.start(() => ({ body: { State: 'Active' } })), ScriptedServer.start()]);
  restore = pointSdkTo({ LAMBDA: lambda.url, STS: sts.url });
  clients = new LambdaClients();
});

afterEach(async () => {
  restore();
  await Promise.all([lambda.stop(), sts.stop()]);
});

/** The credential scope of the first request: access key, day, Region, service. */
function signedAs({ requests }: ScriptedServer): string {
  return /Credential=([^,]+)/.exec(String(requests[0].headers.authorization))![1].replace(/\/\d{8}\//, '/');
}

function assumed(): { body: string } {
  return {
    body: `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
      <AccessKeyId>ASIASSUMED</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken>
      <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`,
  };
}

function stsError(status: number, code: string) {
  return { status, body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>` };
}

test.each([
  ["the handler's", FUNCTION, 'us-east-1'],
  ['the one that is named', { ...FUNCTION, Region: 'eu-west-1' }, 'eu-west-1'],
  ['that of the ARN', { FunctionName: 'arn:aws:lambda:ap-south-1:123456789012:function:f' }, 'ap-south-1'],
])('the Region is %s', async (_, target, region) => {
  await clients.of(target).send(new GetFunctionConfigurationCommand(FUNCTION));
  expect(signedAs(lambda)).toBe(`AKIDEXAMPLE/${region}/lambda/aws4_request`);
});

test('there is one client for each Region, role and external id', () => {
  const targets = [FUNCTION, { ...FUNCTION, Region: 'eu-west-1' }, { ...FUNCTION, ...ROLE }, { ...FUNCTION, ...ROLE, ExternalId: 'id' }];
  expect(new Set(targets.map(clients.of)).size).toBe(4);
  expect(clients.of({ FunctionName: 'other' })).toBe(clients.of(FUNCTION));
});

test('nothing is tried a second time, also not what the SDK takes for passing', async () => {
  lambda.script([lambdaError(502, 'KMSDisabledException'), {}]);
  await expect(clients.of(FUNCTION).send(new GetFunctionConfigurationCommand(FUNCTION))).rejects.toMatchObject({ name: 'KMSDisabledException' });
  expect(lambda.requests).toHaveLength(1);
});

test('a call may say for itself how long it waits, and then it is over', async () => {
  lambda.script(['never']);
  await expect(clients.of(FUNCTION).send(new GetFunctionConfigurationCommand(FUNCTION), { requestTimeout: 30 })).rejects.toMatchObject({ name: 'TimeoutError' });
});

describe('a role', () => {
  test("is assumed once, in the handler's Region, and used in the function's", async () => {
    sts.script([assumed()]);
    const target = { ...FUNCTION, ...ROLE, Region: 'eu-west-1', ExternalId: 'agreed' };
    await clients.of(target).send(new GetFunctionConfigurationCommand(FUNCTION));
    await clients.of(target).send(new GetFunctionConfigurationCommand(FUNCTION));
    expect(sts.requests).toHaveLength(1);
    expect(Object.fromEntries(new URLSearchParams(sts.requests[0].body))).toEqual({
      Action: 'AssumeRole', Version: '2011-06-15', RoleArn: ROLE.AssumeRoleArn, RoleSessionName: 'cdk-async-invoke', ExternalId: 'agreed',
    });
    expect(signedAs(sts)).toBe('AKIDEXAMPLE/us-east-1/sts/aws4_request');
    expect(signedAs(lambda)).toBe('ASIASSUMED/eu-west-1/lambda/aws4_request');
    expect(lambda.requests[0].headers['x-amz-security-token']).toBe('token');
  });

  test('that may not be assumed yet is asked for again with the next call', async () => {
    sts.script([stsError(403, 'AccessDenied'), assumed()]);
    const client = clients.of({ ...FUNCTION, ...ROLE });
    const error: unknown = await client.send(new GetFunctionConfigurationCommand(FUNCTION)).catch(caught => caught);
    expect(error).toMatchObject({ name: 'RoleError', message: `the role ${ROLE.AssumeRoleArn} could not be assumed, because of AccessDenied: no` });
    expect(classify(error)).toBe('grant');
    expect(lambda.requests).toHaveLength(0);
    await client.send(new GetFunctionConfigurationCommand(FUNCTION));
  });

  test.each([
    ['Throttling', stsError(400, 'Throttling'), 'wait'],
    ['a broken line, for the call itself was never sent', 'reset' as const, 'wait'],
    ['a wrong external id', stsError(400, 'ValidationError'), 'no'],
  ])('that is not given because of %s', async (_, answer, expected) => {
    sts.script([answer]);
    const error: unknown = await clients.of({ ...FUNCTION, ...ROLE }).send(new GetFunctionConfigurationCommand(FUNCTION)).catch(caught => caught);
    expect(error).toMatchObject({ name: 'RoleError' });
    expect(classify(error)).toBe(expected);
  });
});
