import { CfnResource, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { waitsFor } from '../../../lib/aws/config/waits-for';

function made() {
  const stack = new Stack();
  const [outer, inner] = [new Construct(stack, 'Outer'), new Construct(stack, 'Inner')];
  const [a, b, c] = [stack, outer, inner].map((scope, index) => new CfnResource(scope, `R${index}`, { type: 'Any::Type::Name' }));
  return { outer, inner, a, b, c };
}

test('a resource waits for itself, and for nothing without dependencies', () => {
  const { a, b } = made();

  expect(waitsFor(a, b)).toBe(false);
  expect(waitsFor(a, a)).toBe(true);
});

test('a resource waits for the dependencies of itself and of the scopes around it', () => {
  const { outer, inner, a, b, c } = made();
  outer.node.addDependency(inner);
  a.addDependency(b);

  expect([waitsFor(b, c), waitsFor(a, b), waitsFor(a, c)]).toEqual([true, true, true]);
  expect([waitsFor(c, b), waitsFor(b, a), waitsFor(c, a)]).toEqual([false, false, false]);
});

test('a circle of dependencies terminates', () => {
  const { a, b, c } = made();
  a.node.addDependency(b);
  b.node.addDependency(a);

  expect(waitsFor(a, c)).toBe(false);
});
