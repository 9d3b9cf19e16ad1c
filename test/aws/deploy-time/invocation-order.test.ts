import { CfnResource } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { comeAfter, comeBefore } from '../../../lib/aws/deploy-time/invocation-order';
import { agnosticStack, errorOf } from '../fixture';

/** An invocation that has more in it than its resource, and two resources in a scope beside it. */
function scene() {
  const stack = agnosticStack();
  const invocation = new Construct(stack, 'Call');
  const resource = new CfnResource(invocation, 'Resource', { type: 'Custom::Call' });
  new CfnResource(invocation, 'Queue', { type: 'AWS::SQS::Queue' });
  const group = new Construct(stack, 'Group');
  const [one, other] = ['One', 'Other'].map(id => new CfnResource(group, id, { type: 'AWS::SNS::Topic' }));
  return { stack, invocation, resource, group, one, other };
}

test('constructs wait for the resource of the invocation alone', () => {
  const { invocation, resource, group } = scene();
  comeBefore(invocation, resource, [invocation], [group]);

  expect(group.node.dependencies).toEqual([resource]);
});

test('the invocation waits for all of a scope', () => {
  const { invocation, resource, group } = scene();
  comeAfter(invocation, resource, [group]);

  expect(resource.node.dependencies).toEqual([group]);
  expect(invocation.node.dependencies).toEqual([]);
});

test('refuses a scope that contains a dependency of the invocation', () => {
  const { invocation, resource, group, other } = scene();
  comeAfter(invocation, resource, [other]);

  expect(errorOf(() => comeBefore(invocation, resource, [invocation], [group]))).toContain('got: Stack/Group, for which it waits. ');
  expect(group.node.dependencies).toEqual([]);
});

test('refuses to wait for a scope that waits for the invocation, also indirectly', () => {
  const { invocation, resource, group, one, other } = scene();
  comeBefore(invocation, resource, [invocation], [one]);
  other.addDependency(one);

  expect(errorOf(() => comeAfter(invocation, resource, [other]))).toContain('got: Stack/Group/Other. ');
  expect(errorOf(() => comeAfter(invocation, resource, [group]))).toContain('got: Stack/Group. ');
  expect(resource.node.dependencies).toEqual([]);
});

test('refuses a scope that contains a construct that the invocation needs', () => {
  const { invocation, resource, stack, group, one } = scene();

  expect(errorOf(() => comeBefore(invocation, resource, [invocation, one], [group]))).toContain('got: Stack/Group, which has Stack/Group/One in it. ');
  expect(errorOf(() => comeBefore(invocation, resource, [invocation, one], [one]))).toContain('got: Stack/Group/One. ');
  expect(errorOf(() => comeBefore(invocation, resource, [invocation], [stack.node.root as Construct]))).toContain('got: the app, which has Stack/Call in it. ');
});
