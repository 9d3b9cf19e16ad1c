import { OIDC_PROVIDER, ROLE } from '../../../lib/constraints/alibaba-sts/assume-role-with-oidc';
import { violation } from '../../../lib/constraints/violation';

test('the examples of the documentation are what they are called', () => {
  expect(violation(ROLE, 'acs:ram::1135115445851234:role/testoidc')).toBeUndefined();
  expect(violation(OIDC_PROVIDER, 'acs:ram::1135115445851234:oidc-provider/TestOidcIdp')).toBeUndefined();
});

test.each(['arn:aws:iam::123456789012:role/deployer', 'acs:ram::1135115445851234:user/deployer', 'acs:ram::1135115445851234:oidc-provider/deployer'])(
  '%s is no role', arn => {
    expect(violation(ROLE, arn)).toBe('`role` must be 17 to 256 characters: the ARN of a role of Alibaba Cloud, '
      + `e.g. acs:ram::1234567890123456:role/deployer, got: "${arn}"`);
  });

test('a role is no OIDC provider', () => {
  expect(violation(OIDC_PROVIDER, 'acs:ram::1135115445851234:role/deployer')).toMatch(/^`oidcProvider` must be 26 to 256 characters: the ARN of an OIDC provider/);
});
