import { aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { functionIn } from '../../topology/synthesized';
import { checked, invokedByRule, liveAlias, of } from '../checked-apps';

test('LatestPermission is found', () => {
  const found = checked(stack => {
    const functionName = functionIn(stack, 'Fn').latestVersion.functionArn;
    new lambda.CfnPermission(stack, 'Events', { functionName, action: 'lambda:InvokeFunction', principal: 'events.amazonaws.com' });
  });
  expect(of('LatestPermission', found)).toEqual([
    {
      id: 'LatestPermission',
      severity: 'error',
      path: 'S/Events',
      property: 'FunctionName',
      value: 'S/Fn:$LATEST',
      message: '`FunctionName` must not be granted on `$LATEST`, got: S/Fn:$LATEST. Lambda refuses it: "We currently do not support adding policies for $LATEST." Grant on the function itself, or on an alias or version.',
    },
  ]);
});

describe('innocent', () => {
  test.each<[string, (stack: Stack) => void]>([
    ['the function itself', stack => {
      invokedByRule(functionIn(stack, 'Fn'));
    }],
    ['an alias', stack => {
      invokedByRule(liveAlias(functionIn(stack, 'Fn')));
    }],
  ])('%s', (_, build) => {
    expect(of('LatestPermission', checked(build))).toEqual([]);
  });
});
