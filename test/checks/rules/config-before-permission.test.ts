import { aws_iam as iam, aws_lambda_destinations as destinations, aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import * as example from '../../../pages/rules/examples/config-before-permission';
import { functionIn } from '../../topology/synthesized';
import { checked, executionRole, failuresOf, of } from '../checked-apps';

test('ConfigBeforePermission is found', () => {
  const found = checked(example.found);
  expect(of('ConfigBeforePermission', found)).toEqual([
    {
      id: 'ConfigBeforePermission',
      severity: 'warning',
      path: 'S/Config',
      property: 'DestinationConfig.OnFailure.Destination',
      value: 'S/Queue, which S/Policy may allow later',
      message: '`DestinationConfig.OnFailure.Destination` must be set only after the policy that allows the delivery, got: S/Queue, which S/Policy may allow later. Lambda checks the permission when the config is put, and CloudFormation may put it before the policy: the deployment then fails. Make the config wait: `config.node.addDependency(policy)`. The config that aws-cdk-lib makes is `fn.node.findChild(\'EventInvokeConfig\')`.',
    },
  ]);
});

test('finds a late policy of the destination, and names no other policy', () => {
  const found = checked(stack => {
    const role = executionRole(stack);
    const fn = functionIn(stack, 'Fn', { role: role.withoutPolicyUpdates() });
    const queue = new sqs.Queue(stack, 'Queue');
    queue.addToResourcePolicy(new iam.PolicyStatement({ actions: ['sqs:SendMessage'], principals: [role], resources: ['*'] }));
    new iam.Policy(stack, 'Logs', { roles: [role], statements: [new iam.PolicyStatement({ actions: ['logs:*'], resources: ['*'] })] });
    failuresOf(fn, queue.queueArn);
  });
  expect(of('ConfigBeforePermission', found).map(({ value }) => value)).toEqual(['S/Queue, which S/Queue/Policy may allow later']);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['the grant of aws-cdk-lib, for which the function waits', stack => {
      functionIn(stack, 'Fn', { onFailure: new destinations.SqsDestination(new sqs.Queue(stack, 'Queue')) });
    }],
    ['a config that waits itself', example.innocent],
    ['a policy that is not needed', stack => {
      const role = executionRole(stack);
      role.addToPolicy(new iam.PolicyStatement({ actions: ['sqs:*'], resources: ['*'] }));
      const fn = functionIn(stack, 'Fn', { role });
      const queue = new sqs.Queue(stack, 'Queue');
      const statements = [new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] })];
      new iam.Policy(stack, 'Policy', { statements, roles: [iam.Role.fromRoleName(stack, 'Same', role.roleName)] });
      failuresOf(fn, queue.queueArn);
    }],
  ])('%s', (_, build) => {
    expect(of('ConfigBeforePermission', checked(build))).toEqual([]);
  });
});
