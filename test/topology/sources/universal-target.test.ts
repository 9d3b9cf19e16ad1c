import { Duration, aws_iam as iam, aws_scheduler as scheduler, aws_scheduler_targets as targets, type Stack } from 'aws-cdk-lib';
import { literal, rendered, type Text } from '../../../lib/topology/values/value';
import { functionIn, stackOf } from '../synthesized';

function scheduled(action: string, input: (stack: Stack) => object, props: Partial<targets.UniversalTargetProps> = {}) {
  const { invocations, deliveries } = stackOf(stack => {
    new scheduler.Schedule(stack, 'Schedule', {
      schedule: scheduler.ScheduleExpression.rate(Duration.days(1)),
      target: new targets.Universal({
        service: 'lambda',
        action,
        input: scheduler.ScheduleTargetInput.fromObject(input(stack)),
        policyStatements: [new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: ['*'] })],
        ...props,
      }),
    });
  });
  return { invocations, deliveries };
}

test('reads the function in the input of a universal target', () => {
  const { invocations, deliveries } = scheduled('invoke', stack => ({ FunctionName: functionIn(stack, 'Fn').functionArn, InvocationType: 'Event' }));
  expect(invocations).toMatchObject([{
    kind: 'schedule', property: 'Target.Input.FunctionName', to: { kind: 'function', qualified: false }, role: { kind: 'role' }, retryAttempts: literal(185),
  }]);
  expect(deliveries).toEqual([]);
});

test('reads a function by name and alias', () => {
  const { invocations: [{ to }] } = scheduled('invoke', stack => ({
    FunctionName: functionIn(stack, 'Fn').addAlias('live').functionName, InvocationType: 'Event',
  }));
  expect(to).toMatchObject({ kind: 'function', resource: expect.stringMatching(/^S\.Fn/), qualifier: literal('live') });
});

test('reads `invokeAsync`', () => {
  expect(scheduled('invokeAsync', () => ({ FunctionName: 'orders', InvokeArgs: '{}' })).invocations).toMatchObject([{ to: { kind: 'function', name: literal('orders') } }]);
});

test('leaves other universal targets as they are', () => {
  const { invocations, deliveries } = scheduled('invoke', () => ({ FunctionName: 'orders' }));
  expect(invocations).toEqual([]);
  expect(deliveries).toMatchObject([{ kind: 'schedule', property: 'Target.Arn', to: { kind: 'other', service: 'scheduler' } }]);
  expect(rendered((deliveries[0].to as { arn: Text }).arn)).toBe('arn:aws:scheduler:::aws-sdk:lambda:invoke');
});

test('leaves universal targets of other services as they are', () => {
  expect(scheduled('invoke', () => ({ FunctionName: 'orders', InvocationType: 'Event' }), { service: 'sqs' }).invocations).toEqual([]);
});
