import { CfnParameter, Fn, Lazy, Stack, Token, type App } from 'aws-cdk-lib';
import { errorOf, fcFunction, rosStack } from './fixture';
import { resolved } from '../../lib/alibaba/ros-resolver';

const text = (value: string | undefined) => Lazy.string({ produce: () => value });

describe('joins a text', () => {
  const stack = rosStack();
  const fn = fcFunction(stack);
  const REF = { Ref: 'Fn' };

  test.each<[string, string, unknown]>([
    ['in as few parts as possible', `a${text('b')}${fn.ref}c${text('d')}`, { 'Fn::Join': ['', ['ab', REF, 'cd']] }],
    ['without what is nothing in the end', `a${text(undefined)}b`, 'ab'],
    ['with nothing but what is nothing in the end', `${text(undefined)}${fn.ref}`, REF],
    ['with numbers', `${Token.asString(Lazy.any({ produce: () => 5 }))}${text('b')}`, '5b'],
    ['with what is joined without anything between', `a${Fn.join('', [fn.ref, 'b'])}c`, { 'Fn::Join': ['', ['a', REF, 'bc']] }],
    ['with what is joined otherwise, as it is', `a${Fn.join('-', [fn.ref, 'b'])}c`, { 'Fn::Join': ['', ['a', { 'Fn::Join': ['-', [REF, 'b']] }, 'c']] }],
  ])('%s', (_, value, expected) => {
    expect(resolved(fn, value)).toEqual(expected);
  });
});

test('refuses a value of AWS and names the property', () => {
  const stack = rosStack();
  const name = new CfnParameter(new Stack(stack.node.root as App, 'Aws'), 'Name').valueAsString;

  expect(errorOf(() => resolved(fcFunction(stack), { Code: { OssBucketName: name } }))).toBe(
    '`Code.OssBucketName` must be a value that ROS can resolve, got: Ref of Aws/Name. ROS cannot resolve values of AWS or of other stacks. '
    + 'Write the text itself, or use a value of `alibaba.Aliyun` or of a resource of the same ROS stack. [Ros/Fn]',
  );
});
