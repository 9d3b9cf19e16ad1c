import { Stack, aws_iam as iam, aws_pipes as pipes, aws_sqs as sqs } from 'aws-cdk-lib';
import { literal } from '../../../lib/topology/values/value';
import { functionIn, stackOf } from '../synthesized';

function pipe(stack: Stack, invocationType?: string, desiredState?: string) {
  new pipes.CfnPipe(stack, 'Pipe', {
    roleArn: new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('pipes.amazonaws.com') }).roleArn,
    source: new sqs.Queue(stack, 'Queue').queueArn,
    target: functionIn(stack, 'Fn').functionArn,
    targetParameters: invocationType === undefined ? undefined : { lambdaFunctionParameters: { invocationType } },
    desiredState,
  });
}

test('a pipe may invoke a function and forget it', () => {
  const { invocations } = stackOf(stack => pipe(stack, 'FIRE_AND_FORGET'));
  expect(invocations).toMatchObject([{
    kind: 'pipe',
    property: 'Target',
    from: { kind: 'queue', resource: expect.stringMatching(/^S\.Queue/) },
    to: { kind: 'function' },
    role: { kind: 'role' },
    enabled: undefined,
  }]);
});

test.each([['STOPPED', false], ['RUNNING', true]])('a pipe may be %s', (state, runs) => {
  const { invocations } = stackOf(stack => pipe(stack, 'FIRE_AND_FORGET', state));
  expect(invocations).toMatchObject([{ enabled: literal(runs) }]);
});

test.each([undefined, 'REQUEST_RESPONSE'])('a pipe that waits for the answer, by %p, invokes nothing asynchronously', type => {
  const { invocations, deliveries } = stackOf(stack => pipe(stack, type));
  expect([...invocations, ...deliveries]).toEqual([]);
});
