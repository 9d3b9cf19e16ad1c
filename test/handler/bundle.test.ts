import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ACCEPTED, invocation } from './invocation/invocations';
import { ScriptedServer } from './loopback/scripted-server';
import { RESOURCE_TYPE } from '../../lib/contract/custom-resource';

/** What Lambda gets: `npx projen bundle` makes it. */
const BUNDLE = join(__dirname, '../../assets/handler/index.js');

const RUN = `require(process.argv[1]).handler(JSON.parse(process.argv[2]), {
  invokedFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:handler',
  getRemainingTimeInMillis: () => 60_000,
})`;

const ROLE_OF_THE_FUNCTION = { AWS_ACCESS_KEY_ID: 'ASIAHANDLER', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token-of-the-handler' };

const SERVICES = ['LAMBDA', 'STS', 'SQS', 'CLOUDFORMATION'] as const;

let servers: Record<typeof SERVICES[number], ScriptedServer>;
let cloudFormation: ScriptedServer;

beforeEach(async () => {
  cloudFormation = await ScriptedServer.start(() => ({}));
  servers = Object.fromEntries(await Promise.all(SERVICES.map(async name => [name, await ScriptedServer.start()])));
});

afterEach(() => Promise.all([cloudFormation, ...Object.values(servers)].map(server => server.stop())));

/** Updates an invocation in a process that has nothing but what is shipped and what Lambda sets; what CloudFormation is told. */
async function update(properties: object, credentials: Readonly<Record<string, string>>): Promise<unknown> {
  const event = {
    RequestType: 'Update',
    RequestId: 'request',
    ResponseURL: cloudFormation.url,
    StackId: 'arn:aws:cloudformation:us-east-1:123456789012:stack/Shop/1',
    LogicalResourceId: 'Resource',
    PhysicalResourceId: 'id',
    ResourceType: RESOURCE_TYPE.invocation,
    ResourceProperties: properties,
    OldResourceProperties: { ...properties, Triggers: { before: 'this' } },
  };
  const endpoints = Object.entries(servers).map(([name, { url }]) => [`AWS_ENDPOINT_URL_${name}`, url]);
  await promisify(execFile)(process.execPath, ['--eval', RUN, BUNDLE, JSON.stringify(event)], {
    env: { AWS_REGION: 'us-east-1', ...Object.fromEntries(endpoints), ...credentials },
  });
  return JSON.parse(cloudFormation.requests.at(-1)!.body);
}

/** Who called a service: access key and token of each request. */
function callers({ requests }: ScriptedServer): string[] {
  return requests.map(({ headers }) => `${/Credential=([^/]+)/.exec(String(headers.authorization))![1]} ${headers['x-amz-security-token']}`);
}

test('all services are called from a process of its own, with the credentials of the function or of the role that is assumed', async () => {
  const Body = JSON.stringify({ requestContext: { requestId: 'event-1', condition: 'Success', approximateInvokeCount: 1 } });
  servers.STS.script([{
    body: `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
      <AccessKeyId>ASIAASSUMED</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token-of-the-role</SessionToken>
      <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`,
  }]);
  servers.CLOUDFORMATION.script([{
    body: `<DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult><Stacks><member>
      <StackName>Shop</StackName><StackStatus>UPDATE_IN_PROGRESS</StackStatus><CreationTime>2026-01-01T00:00:00Z</CreationTime>
      </member></Stacks></DescribeStacksResult></DescribeStacksResponse>`,
  }]);
  servers.LAMBDA.script([{ body: { LastModified: 1_700_000_000 } }, ACCEPTED]);
  servers.SQS.script([
    { body: { Messages: [{ MessageId: '1', ReceiptHandle: '1', Body, MD5OfBody: createHash('md5').update(Body).digest('hex') }] } },
    { body: { Successful: [{ Id: '0' }], Failed: [] } },
  ]);

  expect(await update(invocation({
    AssumeRoleArn: 'arn:aws:iam::210987654321:role/deployer',
    InvocationType: 'Event',
    SkipOnRollback: 'true',
    Outcome: { QueueUrl: `${servers.SQS.url}/123456789012/outcomes` },
  }), ROLE_OF_THE_FUNCTION)).toMatchObject({ Status: 'SUCCESS' });

  const [handler, role] = ['ASIAHANDLER token-of-the-handler', 'ASIAASSUMED token-of-the-role'];
  expect(SERVICES.map(name => callers(servers[name]))).toEqual([[role, role], [handler], [handler, handler], [handler]]);
});

test('fails outside of Lambda, without a search for credentials', async () => {
  expect(await update(invocation(), {})).toMatchObject({
    Status: 'FAILED',
    Reason: 'The environment has no AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY: the handler runs in Lambda, which sets them.',
  });
  expect(servers.LAMBDA.requests).toEqual([]);
});

// A `require` of a client is enough to have all of it, and of what it shares with the others.
test.each([
  ['commands that the handler does not use', /CreateStackSet|DecodeAuthorizationMessage|BatchGetSecretValue|StartMessageMoveTask/],
  ['ways to credentials that Lambda does not have', /GetRoleCredentials|credential_process|sso_session/],
])('the bundle has no %s', (_, code) => {
  expect(code.exec(readFileSync(BUNDLE, 'utf8'))?.[0]).toBeUndefined();
});
