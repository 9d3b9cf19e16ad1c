import { App, CfnParameter, Stack } from 'aws-cdk-lib';
import { errorOf } from './fixture';
import { alibaba } from '../../lib';

const ROLE = { role: 'acs:ram::1:role/deployer', oidcProvider: 'acs:ram::1:oidc-provider/aws' };

test.each<[string, Partial<alibaba.RoleCredentialsProps>, string]>([
  ['a role', { role: 'deployer' }, '`role` must be 17 to 256 characters: the ARN of a role of Alibaba Cloud, e.g. acs:ram::1234567890123456:role/deployer, got: "deployer"'],
  ['a provider', { oidcProvider: 'acs:ram::1:role/this-is-no-provider' },
    '`oidcProvider` must be 26 to 256 characters: the ARN of an OIDC provider of Alibaba Cloud, e.g. acs:ram::1234567890123456:oidc-provider/aws, '
    + 'got: "acs:ram::1:role/this-is-no-provider"'],
  ['no audience', { audience: '' }, '`audience` must be 1 to 1000 characters, got: ""'],
  ['an endpoint without encryption', { endpoint: 'http://sts.example' },
    '`endpoint` must be 1 to 253 characters: a host, or https:// and a host; http:// leads to this machine only, got: "http://sts.example"'],
])('refuses a malformed %s at once', (_, props, message) => {
  expect(errorOf(() => alibaba.Credentials.fromRole({ ...ROLE, ...props }))).toBe(message);
});

test('accepts values that only the deployment knows', () => {
  const stack = new Stack(new App(), 'Aws');
  const [role, oidcProvider, audience, endpoint] = ['Role', 'Provider', 'Audience', 'Endpoint'].map(id => new CfnParameter(stack, id).valueAsString);

  expect(stack.resolve(alibaba.Credentials.fromRole({ role, oidcProvider, audience, endpoint })._property())).toEqual({
    RoleArn: { Ref: 'Role' }, OidcProviderArn: { Ref: 'Provider' }, Audience: { Ref: 'Audience' }, StsEndpoint: { Ref: 'Endpoint' },
  });
});
