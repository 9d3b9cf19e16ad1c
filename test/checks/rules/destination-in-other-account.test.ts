import { Stack, aws_iam as iam, aws_sqs as sqs } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/destination-in-other-account';
import { functionIn } from '../../topology/synthesized';
import { checked, checkedApp, failuresOf, of } from '../checked-apps';

test('DestinationInOtherAccount is found', () => {
  const found = checked(example.found);
  expect(of('DestinationInOtherAccount', found)).toEqual([
    {
      id: 'DestinationInOtherAccount',
      severity: 'warning',
      path: 'S/Config',
      property: 'DestinationConfig.OnFailure.Destination',
      value: 'arn:aws:events:eu-west-1:210987654321:event-bus/central in 210987654321',
      message: '`DestinationConfig.OnFailure.Destination` must be in the function\'s account, or have a policy that allows the function\'s execution role, got: arn:aws:events:eu-west-1:210987654321:event-bus/central in 210987654321. Lambda delivers only if the resource policy (and key policy) in the other account allows the execution role. Add the role to that policy, then acknowledge this warning.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['the same account', example.innocent],
    ['a bucket, whose ARN tells no account', stack => {
      failuresOf(functionIn(stack, 'Fn'), 'arn:aws:s3:::orders');
    }],
  ])('%s', (_, build) => {
    expect(of('DestinationInOtherAccount', checked(build))).toEqual([]);
  });
});

describe('a destination of the app', () => {
  const central = (allowed?: string) => checkedApp(app => {
    const other = new Stack(app, 'Central', { env: { account: '210987654321', region: 'eu-west-1' } });
    const queue = new sqs.Queue(other, 'Queue', { queueName: 'central' });
    const stack = new Stack(app, 'S', { env: { account: '123456789012', region: 'eu-west-1' } });
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'), roleName: 'orders' });
    const principals = [new iam.ArnPrincipal(`arn:aws:iam::123456789012:role/${allowed}`)];
    if (allowed !== undefined) {
      queue.addToResourcePolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], principals, resources: ['*'] }));
    }
    failuresOf(functionIn(stack, 'Fn', { role }), 'arn:aws:sqs:eu-west-1:210987654321:central');
  });

  test.each([[undefined], ['bills']])('is reported if its policy does not allow the role, but perhaps another one: %s', allowed => {
    expect(of('DestinationInOtherAccount', central(allowed))).toMatchObject([{
      value: 'Central/Queue in 210987654321',
      message: expect.stringMatching(/allows the execution role\. Allow the role in the resource policy of the destination, e\.g\. with `queue\.addToResourcePolicy`, or `addPermission` of a function\.$/),
    }]);
  });

  test('is not reported if its policy allows the role', () => {
    expect(of('DestinationInOtherAccount', central('orders'))).toEqual([]);
  });
});
