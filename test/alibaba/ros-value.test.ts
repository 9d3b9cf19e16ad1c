import { App, CfnOutput, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { errorOf, fcFunction, rosStack, templateOf } from './fixture';
import { alibaba } from '../../lib';

const MESSAGE = (property: string, got: string) => `\`${property}\` must be used only in its own ROS stack, got: ${got}. `
  + 'ROS resolves the value only within the stack that it belongs to. Write the text itself.';

describe('a value of ROS', () => {
  test.each<[string, (stack: alibaba.RosStack) => string, string]>([
    ['of a resource', stack => fcFunction(stack).getAtt('ARN'), 'ARN of Ros/Fn'],
    ['of a pseudo parameter', () => alibaba.Aliyun.REGION, 'ALIYUN::Region'],
    ['for the Region of a ROS stack', stack => stack.region, 'ALIYUN::Region'],
  ])('%s is refused in an AWS stack', (_, value, got) => {
    const stack = rosStack();
    const aws = new Stack(stack.node.root as App, 'Aws');
    new CfnOutput(aws, 'Output', { value: value(stack) });

    expect(errorOf(() => Template.fromStack(aws))).toContain(MESSAGE('Outputs.Value', got));
  });

  test('of a resource is refused in another ROS stack', () => {
    const stack = rosStack();
    const other = new alibaba.RosStack(stack.node.root as App, 'Other');
    fcFunction(other, 'Fn', { Role: fcFunction(stack).ref });

    expect(errorOf(() => templateOf(other))).toContain(`${MESSAGE('Role', 'Ref of Ros/Fn')} [Other/Fn]`);
  });

  test('shows its name in an unresolved text', () => {
    const value = fcFunction(rosStack()).getAtt('ARN');

    expect(value).toMatch(/^\$\{Token\[ARN.*\.\d+\]\}$/);
  });
});

test('has all pseudo parameters that are texts', () => {
  const stack = rosStack();
  fcFunction(stack, 'Fn', { ...alibaba.Aliyun });

  expect(Object.values(templateOf(stack).Resources.Fn.Properties).map((value: any) => value.Ref).sort()).toEqual([
    'ALIYUN::AccountId', 'ALIYUN::NoValue', 'ALIYUN::Region', 'ALIYUN::StackId', 'ALIYUN::StackName', 'ALIYUN::TenantId',
  ]);
});
