import { admitsInvoke, admitsServices } from '../../../lib/topology/policies/permission-conditions';
import { resource, resources } from '../templates';

const AT_DEPLOY = '{{resolve:ssm:/value}}';

test.each<[string, object, boolean | undefined, boolean | undefined]>([
  ['no condition', {}, true, true],
  ['an account and an ARN', { SourceAccount: '123456789012', SourceArn: 'arn:aws:s3:::bucket' }, true, true],
  ['an organization', { PrincipalOrgID: 'o-abcdefghij' }, false, true],
  ['an organization that only the deployment knows', { PrincipalOrgID: AT_DEPLOY }, undefined, true],
  ['a token', { EventSourceToken: 'token' }, false, true],
  ['function URLs with a kind of authentication', { FunctionUrlAuthType: 'AWS_IAM' }, false, false],
  ['function URLs alone', { InvokedViaFunctionUrl: true }, false, false],
  ['function URLs, which the deployment decides', { InvokedViaFunctionUrl: { 'Fn::Base64': '' } }, undefined, undefined],
  ['function URLs, but not alone', { InvokedViaFunctionUrl: false }, true, true],
  ['an open organization and a token', { PrincipalOrgID: AT_DEPLOY, EventSourceToken: 'token' }, false, true],
])('a permission with %s admits services: %p, calls of Invoke: %p', (...[, properties, services, calls]) => {
  const { permissions: [permission] } = resources({ P: resource('Lambda::Permission', { FunctionName: 'orders', Action: 'lambda:InvokeFunction', Principal: '*', ...properties }) });
  expect([admitsServices(permission), admitsInvoke(permission)]).toEqual([services, calls]);
});
