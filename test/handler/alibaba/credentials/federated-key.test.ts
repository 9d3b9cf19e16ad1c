import { federatedKey } from '../../../../lib/handler/alibaba/credentials/federated-key';
import { pointSdkTo } from '../../loopback/environment';
import { ScriptedServer, type Answer } from '../../loopback/scripted-server';
import { TestDeployment } from '../../test-deployment';
import { fcError } from '../loopback/function-compute-server';

const ROLE = {
  RoleArn: 'acs:ram::1234567890123456:role/deployer',
  OidcProviderArn: 'acs:ram::1234567890123456:oidc-provider/aws',
  Audience: 'sts.aliyuncs.com',
};
const TOKEN = 'header.very/secret+token.signature';

let aws: ScriptedServer;
let alibaba: ScriptedServer;
let restore: () => void;
let deployment: TestDeployment;

beforeEach(async () => {
  [aws, alibaba] = await Promise.all([ScriptedServer.start([token()]), ScriptedServer.start([session()])]);
  restore = pointSdkTo({ STS: aws.url });
  deployment = new TestDeployment();
});

afterEach(async () => {
  restore();
  await Promise.all([aws.stop(), alibaba.stop()]);
});

function key() {
  return federatedKey({ ...ROLE, StsEndpoint: alibaba.url }, deployment);
}

function token(): Answer {
  return {
    body: `<GetWebIdentityTokenResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetWebIdentityTokenResult>
      <WebIdentityToken>${TOKEN}</WebIdentityToken><Expiration>2099-01-01T00:00:00Z</Expiration>
      </GetWebIdentityTokenResult></GetWebIdentityTokenResponse>`,
  };
}

function awsError(status: number, code: string, message: string): Answer {
  return { status, body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>` };
}

function session(): Answer {
  return {
    body: {
      RequestId: 'r',
      AssumedRoleUser: { Arn: 'acs:ram::1234567890123456:role/deployer/cdk-async-invoke' },
      Credentials: { AccessKeyId: 'STS.id', AccessKeySecret: 'session secret', SecurityToken: 'session token', Expiration: '2026-01-01T00:15:00Z' },
    },
  };
}

test('is what Alibaba Cloud gives for a token of AWS', async () => {
  expect(await key()).toEqual({ accessKeyId: 'STS.id', accessKeySecret: 'session secret', securityToken: 'session token' });
});

test('AWS is asked in the Region of the handler for a token that is for Alibaba Cloud only, and soon expires', async () => {
  await key();
  expect(Object.fromEntries(new URLSearchParams(aws.requests[0].body))).toEqual({
    'Action': 'GetWebIdentityToken', 'Version': '2011-06-15', 'Audience.member.1': 'sts.aliyuncs.com', 'SigningAlgorithm': 'RS256', 'DurationSeconds': '300',
  });
  expect(aws.requests[0].headers.authorization).toContain('/us-east-1/sts/');
});

test('Alibaba Cloud is asked as documented, without a signature, and not in the URL', async () => {
  await key();
  const [{ method, query, headers, body }] = alibaba.requests;
  expect({ method, query: Object.fromEntries(query), type: headers['content-type'] }).toEqual({
    method: 'POST',
    query: { Action: 'AssumeRoleWithOIDC', Version: '2015-04-01', Format: 'JSON', Timestamp: '2026-01-01T00:00:00Z' },
    type: 'application/x-www-form-urlencoded',
  });
  expect(headers.authorization).toBeUndefined();
  expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
    RoleArn: ROLE.RoleArn, OIDCProviderArn: ROLE.OidcProviderArn, OIDCToken: TOKEN, RoleSessionName: 'cdk-async-invoke', DurationSeconds: '900',
  });
});

test.each<[string, Answer]>([
  ['a broken line', 'reset'],
  ['throttling', fcError(400, 'Throttling.User')],
  ['an error of the system', fcError(500, 'InternalError')],
  ['a role that has just been made', fcError(403, 'AccessDenied')],
])('is asked for again after %s', async (_, answer) => {
  alibaba.script([answer, session()]);
  expect(await key()).toMatchObject({ accessKeyId: 'STS.id' });
  expect(aws.requests).toHaveLength(1);
});

test.each<[string, Answer, string]>([
  ['quotes the token', fcError(400, 'AuthenticationFail.OIDCToken.Invalid', `The token ${TOKEN} is invalid.`),
    'AuthenticationFail.OIDCToken.Invalid: The token *** is invalid. (request id 1-67-89)'],
  ['answers something else', { body: '<html>' }, 'UnknownError: an answer with status 200, and no error in it'],
])('does not show the token when Alibaba Cloud %s', async (_, answer, words) => {
  alibaba.script(() => answer);
  const error: unknown = await key().catch(caught => caught);
  expect(String(error)).toContain(words);
  expect(String(error) + JSON.stringify(deployment.lines)).not.toContain(TOKEN);
});

test('fails at once if AWS issues no tokens in this account', async () => {
  aws.script([awsError(403, 'OutboundWebIdentityFederationDisabledException', 'not enabled')]);
  await expect(key()).rejects.toMatchObject({ name: 'OutboundWebIdentityFederationDisabledException' });
  expect(alibaba.requests).toHaveLength(0);
});

test('waits for a permission of AWS that has just been given', async () => {
  aws.script(() => deployment.elapsed < 90_000 ? awsError(403, 'AccessDenied', 'not yet') : token());
  expect(await key()).toMatchObject({ accessKeyId: 'STS.id' });
});
