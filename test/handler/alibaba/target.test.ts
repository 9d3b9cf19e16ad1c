import { alibabaTarget, qualifierOf, targetIdentity } from '../../../lib/handler/alibaba/target';

const SECRET = { SecretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:key' };
const ROLE = {
  RoleArn: 'acs:ram::1234567890123456:role/deployer',
  OidcProviderArn: 'acs:ram::1234567890123456:oidc-provider/aws',
  Audience: 'alibaba',
};
const TARGET = { Account: '1234567890123456', Region: 'cn-hangzhou', FunctionName: 'orders', Credentials: SECRET };

/** The properties that are named as malformed. */
function malformed(change: object): string[] {
  try {
    alibabaTarget({ ...TARGET, ...change });
    return [];
  } catch (error) {
    return (error as Error).message.split('\n').map(line => line.split('` must ')[0].slice(1));
  }
}

test.each([
  {}, { Qualifier: 'live' }, { Endpoint: 'fc.example.com' }, { Credentials: ROLE }, { Credentials: { ...ROLE, StsEndpoint: 'sts.cn-hangzhou.aliyuncs.com' } },
])('reads the target, and no other property: %j', more => {
  expect(alibabaTarget({ ...TARGET, ...more, OnDelete: 'RESTORE' })).toEqual({ ...TARGET, ...more });
});

test.each<[object, string]>([
  [{ Account: 'me' }, 'account'],
  [{ Account: undefined }, 'account'],
  [{ Region: 'moon' }, 'region'],
  [{ FunctionName: '' }, 'functionName'],
  [{ Qualifier: '' }, 'qualifier'],
  [{ Endpoint: 'ftp://fc' }, 'endpoint'],
  [{ Credentials: {} }, 'credentials'],
  [{ Credentials: undefined }, 'credentials'],
  [{ Credentials: { SecretArn: 7 } }, 'credentials'],
  [{ Credentials: { ...ROLE, RoleArn: 'deployer' } }, 'credentials.role'],
  [{ Credentials: { ...ROLE, OidcProviderArn: undefined } }, 'credentials.oidcProvider'],
  [{ Credentials: { ...ROLE, Audience: '' } }, 'credentials.audience'],
  [{ Credentials: { ...ROLE, StsEndpoint: 'ftp://sts' } }, 'credentials.endpoint'],
])('%j is refused under the name that users know', (change, property) => {
  expect(malformed(change)).toEqual([property]);
});

test('all that is malformed is named at once', () => {
  expect(malformed({ Account: 'me', FunctionName: '', Credentials: { ...ROLE, RoleArn: 'deployer', Audience: '' } }))
    .toEqual(['account', 'functionName', 'credentials.role', 'credentials.audience']);
});

test('what stands in credentials is not shown', () => {
  expect(() => alibabaTarget({ ...TARGET, Credentials: { SecretArn: { key: 'secret' } } })).toThrow(new Error('`credentials` must name a secret, got: something else'));
});

test('without a qualifier, LATEST is meant', () => {
  expect([alibabaTarget(TARGET), alibabaTarget({ ...TARGET, Qualifier: 'live' })].map(target => [qualifierOf(target), targetIdentity(target)])).toEqual([
    ['LATEST', '1234567890123456/cn-hangzhou/orders:LATEST'],
    ['live', '1234567890123456/cn-hangzhou/orders:live'],
  ]);
});
