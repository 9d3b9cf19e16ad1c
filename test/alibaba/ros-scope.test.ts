import type { App } from 'aws-cdk-lib';
import { concreteRosStack, errorOf, HERE, rosStack, templateOf } from './fixture';
import { secondCopy } from '../second-copy';

const MESSAGE = '`scope` must be of the same copy of cdk-async-invoke, got: Ros, an `alibaba.RosStack` of another copy. '
  + 'The app has loaded two copies, and each renders its own resources only. Install one: `npm ls cdk-async-invoke` shows where they are.';

describe('with two copies of the library in one app', () => {
  const other = secondCopy().alibaba;

  test('refuses a resource of one in a ROS stack of the other', () => {
    expect(errorOf(() => new other.RosResource(rosStack(), 'Fn', { type: 'ALIYUN::FC3::Function' }))).toBe(`${MESSAGE} [Ros/Fn]`);
  });

  test('refuses a config of one in a ROS stack of the other', () => {
    expect(errorOf(() => new other.AsyncInvokeConfig(rosStack(), 'Config', { functionName: 'orders' }))).toBe(`${MESSAGE} [Ros/Config]`);
  });

  test('refuses a deploy-time construct of one in a ROS stack of the other', () => {
    const put = () => new other.DeployTimeAsyncInvokeConfig(concreteRosStack(), 'Config', {
      ...HERE, functionName: 'orders', credentials: other.Credentials.fromRole({ role: 'acs:ram::1:role/r', oidcProvider: 'acs:ram::1:oidc-provider/aws' }),
    });

    expect(errorOf(put)).toBe(`${MESSAGE} [Ros/Config]`);
  });

  test('lets each make stacks and resources of its own', () => {
    const stack = rosStack();
    const theirs = new other.RosStack(stack.node.root as App, 'Theirs');
    new other.RosResource(theirs, 'Fn', { type: 'ALIYUN::FC3::Function' });

    expect([stack, theirs].map(each => Object.keys(templateOf(each).Resources))).toEqual([[], ['Fn']]);
  });
});
