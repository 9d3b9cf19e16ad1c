import { Lazy } from 'aws-cdk-lib';
import { errorOf, HERE, rosStack, templateOf } from './fixture';
import { alibaba } from '../../lib';

const { DeliveryRole, Destination } = alibaba;

test('lets Function Compute assume the role, in a new document for each call', () => {
  const document = DeliveryRole.trustPolicyDocument();
  document.Statement[0].Principal.Service.push('evil.aliyuncs.com');

  expect(DeliveryRole.trustPolicyDocument()).toEqual({
    Version: '1', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: ['fc.aliyuncs.com'] } }],
  });
});

test('allows delivery to each destination', () => {
  expect(DeliveryRole.policyDocument([Destination.queue('failed'), Destination.function('archive', { account: '2' })], HERE)).toEqual({
    Version: '1',
    Statement: [
      { Effect: 'Allow', Action: ['mns:SendMessage'], Resource: ['acs:mns:cn-hangzhou:1234567890123456:/queues/failed/messages'] },
      { Effect: 'Allow', Action: ['fc:InvokeFunction'], Resource: ['acs:fc:cn-hangzhou:2:functions/archive', 'acs:fc:cn-hangzhou:2:functions/archive/*'] },
    ],
  });
});

test('of a config, in the same template', () => {
  const stack = rosStack({ region: 'cn-hangzhou' });
  const role = new alibaba.RosResource(stack, 'Role', {
    type: 'ALIYUN::RAM::Role', properties: { AssumeRolePolicyDocument: DeliveryRole.trustPolicyDocument() },
  });
  const fn = new alibaba.RosResource(stack, 'Fn', { type: 'ALIYUN::FC3::Function', properties: { Role: role.getAtt('Arn') } });
  const config = new alibaba.AsyncInvokeConfig(stack, 'Config', { functionName: fn.getAtt('FunctionName'), onFailure: Destination.topic('failed') });
  role.setProperty('Policies', [{ PolicyName: 'deliver', PolicyDocument: config.deliveryPolicyDocument }]);

  expect(templateOf(stack).Resources.Role.Properties.Policies).toEqual([{
    PolicyName: 'deliver',
    PolicyDocument: {
      Version: '1',
      Statement: [{
        Effect: 'Allow',
        Action: ['mns:PublishMessage'],
        Resource: [{ 'Fn::Join': ['', ['acs:mns:cn-hangzhou:', { Ref: 'ALIYUN::TenantId' }, ':/topics/failed/messages']] }],
      }],
    },
  }]);
});

test('a config without destinations needs none', () => {
  expect(new alibaba.AsyncInvokeConfig(rosStack(), 'Config', { functionName: 'f' }).deliveryPolicyDocument).toBeUndefined();
});

test('refuses an ARN that only the deployment knows', () => {
  const destination = Destination.fromArn(Lazy.string({ produce: () => '' }));

  expect(errorOf(() => DeliveryRole.policyDocument([destination], HERE))).toMatch(
    /^`destinations` must be a destination whose kind is known at synth, got: "\$\{Token\[TOKEN\.\d+\]\}"\. The permission for the delivery depends on the kind of the destination, and this ARN is known only at deployment\. Make the destination with `alibaba\.Destination\.function`, `queue` or `topic`\.$/,
  );
});
