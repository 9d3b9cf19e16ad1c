import { GetWebIdentityTokenCommand, STSClient } from '@aws-sdk/client-sts';
import { CENTRAL_ENDPOINT, SESSION_DURATION } from '../../../constraints/alibaba-sts/assume-role-with-oidc';
import { SIGNING_ALGORITHMS, TOKEN_DURATION } from '../../../constraints/aws-iam/web-identity-token';
import type { AccessKey, AlibabaRole } from '../../../contract/alibaba-target';
import { readJson } from '../../json';
import { SESSION_NAME } from '../../lambda/assumed-role';
import type { Deployment } from '../../resource';
import { ONE_ATTEMPT } from '../../retry/one-attempt';
import { retrying } from '../../retry/retrying';
import { within } from '../../retry/within';
import { endpointUrl } from '../client/endpoint';
import { exchange, type HttpResponse } from '../client/exchange';
import { ServiceError } from '../client/service-error';
import { timestamp } from '../client/timestamp';

/** In milliseconds. */
const CALL_TIME = 10_000;

const VERSION = '2015-04-01';

/** Temporary key in exchange for a token of AWS. */
export async function federatedKey(role: AlibabaRole, deployment: Deployment): Promise<AccessKey> {
  const token = await webIdentityToken(role, deployment);
  return assumeRole(role, token, deployment);
}

/** Token for the identity of the handler's role. Only regional endpoints of AWS issue it. */
async function webIdentityToken({ Audience }: AlibabaRole, deployment: Deployment): Promise<string> {
  const client = new STSClient(ONE_ATTEMPT);
  const command = new GetWebIdentityTokenCommand({
    Audience: [Audience], SigningAlgorithm: SIGNING_ALGORITHMS[0], DurationSeconds: TOKEN_DURATION.default,
  });
  try {
    const { WebIdentityToken } = await retrying({ name: 'GetWebIdentityToken', repeatable: true }, () => client.send(command), deployment);
    return WebIdentityToken!;
  } finally {
    client.destroy();
  }
}

/** The one call that needs no signature: the token says who calls. */
async function assumeRole(role: AlibabaRole, token: string, deployment: Deployment): Promise<AccessKey> {
  const { clock } = deployment;
  const { RoleArn, OidcProviderArn, StsEndpoint = CENTRAL_ENDPOINT } = role;
  const form = new URLSearchParams({
    OIDCProviderArn: OidcProviderArn, OIDCToken: token, RoleArn, RoleSessionName: SESSION_NAME, DurationSeconds: `${SESSION_DURATION.min}`,
  });
  const send = async () => {
    const url = new URL(endpointUrl(StsEndpoint));
    url.search = new URLSearchParams({
      Action: 'AssumeRoleWithOIDC', Version: VERSION, Format: 'JSON', Timestamp: timestamp(clock.now()),
    }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'accept': 'application/json' };
    const answer = await within(CALL_TIME, clock, ({ abortSignal }) => exchange({ method: 'POST', url, headers, body: form.toString() }, abortSignal));
    const { AccessKeyId, AccessKeySecret, SecurityToken } = credentialsIn(answer);
    if (!AccessKeyId || !AccessKeySecret || !SecurityToken) {
      throw new ServiceError(answer, [token]);
    }
    return { accessKeyId: AccessKeyId, accessKeySecret: AccessKeySecret, securityToken: SecurityToken };
  };
  return retrying({ name: 'AssumeRoleWithOIDC', repeatable: true }, send, deployment);
}

function credentialsIn({ status, body }: HttpResponse): Readonly<Partial<Record<'AccessKeyId' | 'AccessKeySecret' | 'SecurityToken', string>>> {
  return status === 200 ? Object(Object(readJson(body)).Credentials) : {};
}
