import { App, Fn, Lazy, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { errorOf, fcFunction, rosStack, templateOf } from './fixture';
import { alibaba } from '../../lib';

describe('a property', () => {
  test.each<[string, (fn: alibaba.RosResource) => unknown, unknown]>([
    ['is a text', () => 'text', 'text'],
    ['is a list or map', () => [{ a: 1, b: [true] }], [{ a: 1, b: [true] }]],
    ['is a Ref', fn => fn.ref, { Ref: 'Fn' }],
    ['is a Fn::GetAtt', fn => fn.getAtt('ARN'), { 'Fn::GetAtt': ['Fn', 'ARN'] }],
    ['is a pseudo parameter', () => alibaba.Aliyun.STACK_NAME, { Ref: 'ALIYUN::StackName' }],
    ['is joined', fn => `${fn.ref}-${alibaba.Aliyun.REGION}${alibaba.Aliyun.ACCOUNT_ID}/x`,
      { 'Fn::Join': ['', [{ Ref: 'Fn' }, '-', { Ref: 'ALIYUN::Region' }, { Ref: 'ALIYUN::AccountId' }, '/x']] }],
    ['is joined from joined parts', fn => Lazy.string({ produce: () => `a-${Lazy.string({ produce: () => `b-${fn.ref}-c` })}-d` }),
      { 'Fn::Join': ['', ['a-b-', { Ref: 'Fn' }, '-c-d']] }],
    ['is joined to a plain text', () => `a-${Lazy.string({ produce: () => 'b' })}`, 'a-b'],
    ['is a call of a function that ROS has, too', fn => Fn.select(0, Fn.split('-', fn.ref)), { 'Fn::Select': [0, { 'Fn::Split': ['-', { Ref: 'Fn' }] }] }],
    ['is a lazy number', () => Lazy.number({ produce: () => 7 }), 7],
  ])('%s', (_, value, rendered) => {
    const stack = rosStack();
    fcFunction(stack, 'Other', { Value: value(fcFunction(stack)) });

    expect(templateOf(stack).Resources.Other.Properties).toEqual({ Value: rendered });
  });

  test('is set later, and overwritten', () => {
    const stack = rosStack();
    const fn = fcFunction(stack, 'Fn', { A: 1, B: 1 });
    fn.setProperty('B', 2);
    fn.setProperty('C', 3);

    expect(templateOf(stack).Resources.Fn.Properties).toEqual({ A: 1, B: 2, C: 3 });
  });

  test('is absent from the template without any', () => {
    const stack = rosStack();
    fcFunction(stack);

    expect(templateOf(stack).Resources).toEqual({ Fn: { Type: 'ALIYUN::FC3::Function' } });
  });
});

describe('the logical id', () => {
  test('comes from the path below the stack', () => {
    const stack = rosStack();
    const scope = new Construct(stack, 'Scope');

    expect([fcFunction(stack).logicalId, new alibaba.RosResource(scope, 'Fn', { type: 'ALIYUN::FC3::Function' }).logicalId])
      .toEqual(['Fn', expect.stringMatching(/^ScopeFn[0-9A-F]{8}$/)]);
  });

  test('does not depend on the scopes around the stack', () => {
    const below = (root: Construct) => new alibaba.RosResource(new Construct(new alibaba.RosStack(root, 'Ros'), 'Scope'), 'Fn', { type: 'ALIYUN::FC3::Function' });

    expect(below(new App()).logicalId).toBe(below(new Stack(new App(), 'Around')).logicalId);
  });
});

test('returns the same text for the same value', () => {
  const fn = fcFunction(rosStack());

  expect([fn.ref, fn.getAtt('ARN')]).toEqual([fn.ref, fn.getAtt('ARN')]);
  expect(fn.ref).not.toBe(fn.getAtt('ARN'));
});

describe('a dependency', () => {
  test('holds for every resource below one construct, on every resource below the other', () => {
    const stack = rosStack();
    const [early, late] = [new Construct(stack, 'Early'), new Construct(stack, 'Late')];
    const fns = [early, early, late].map((scope, index) => new alibaba.RosResource(scope, `${index}`, { type: 'ALIYUN::FC3::Function' }));
    late.node.addDependency(early);

    const { Resources } = templateOf(stack);
    expect(fns.map(({ logicalId }) => Resources[logicalId].DependsOn)).toEqual([undefined, undefined, [fns[0].logicalId, fns[1].logicalId].sort()]);
  });

  test('does not make a resource wait for itself', () => {
    const stack = rosStack();
    const [first, second] = [fcFunction(stack, 'First'), fcFunction(stack, 'Second')];
    stack.node.addDependency(first);
    second.node.addDependency(second);

    const { Resources } = templateOf(stack);
    expect([Resources.First.DependsOn, Resources.Second.DependsOn]).toEqual([undefined, ['First']]);
  });
});

test.each(['AWS::SQS::Queue', ''])('refuses the type %p', type => {
  expect(errorOf(() => new alibaba.RosResource(rosStack(), 'Thing', { type }))).toBe(
    `\`type\` must be 9 to 255 characters: a type of ROS, e.g. ALIYUN::FC3::Function, got: "${type}" [Ros/Thing]`,
  );
});

test('refuses a resource outside a ROS stack', () => {
  expect(errorOf(() => new alibaba.RosResource(new Stack(new App(), 'Aws'), 'Fn', { type: 'ALIYUN::FC3::Function' }))).toBe(
    'A resource of ROS must be declared in an `alibaba.RosStack`. Pass one as its scope. [Aws/Fn]',
  );
});
