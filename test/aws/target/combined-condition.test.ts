import { App, CfnCondition, Fn, Stack } from 'aws-cdk-lib';
import { allOf, oneOf } from '../../../lib/aws/target/combined-condition';

function stackWithConditions() {
  const stack = new Stack(new App(), 'S');
  const [a, b, c] = ['A', 'B', 'C'].map(id => new CfnCondition(stack, id, { expression: Fn.conditionEquals(Fn.ref('AWS::Region'), id) }));
  return { stack, a, b, c };
}

function expressionOf(stack: Stack, condition: CfnCondition | undefined): unknown {
  return stack.resolve(condition?.expression);
}

const is = (Condition: string) => ({ Condition });

test('no condition, and one, need no other', () => {
  const { stack, a } = stackWithConditions();
  expect(allOf(stack, new Set())).toBeUndefined();
  expect(allOf(stack, new Set([a]))).toBe(a);
});

test('several conditions are combined once, in any order', () => {
  const { stack, a, b } = stackWithConditions();
  const both = allOf(stack, new Set([b, a]));
  expect(allOf(stack, new Set([a, b]))).toBe(both);
  expect(expressionOf(stack, both)).toEqual({ 'Fn::And': [is('A'), is('B')] });
});

test('one alternative, or several equal ones, are required', () => {
  const { stack, a, b } = stackWithConditions();
  const both = allOf(stack, new Set([a, b]));
  expect(oneOf(stack, new Set([a]), [new Set([b])])).toBe(both);
  expect(oneOf(stack, new Set([a]), [new Set([b]), new Set([a, b])])).toBe(both);
});

test('an alternative without a condition makes the others needless', () => {
  const { stack, a, b } = stackWithConditions();
  expect(oneOf(stack, new Set(), [new Set([a]), new Set()])).toBeUndefined();
  expect(oneOf(stack, new Set([a]), [new Set([b]), new Set([a])])).toBe(a);
});

test('of different alternatives, one suffices', () => {
  const { stack, a, b, c } = stackWithConditions();
  const either = oneOf(stack, new Set(), [new Set([b]), new Set([c])])!;
  expect(oneOf(stack, new Set(), [new Set([c]), new Set([b])])).toBe(either);
  expect(expressionOf(stack, either)).toEqual({ 'Fn::Or': [is('B'), is('C')] });
  const id = stack.resolve(either.logicalId);
  expect(expressionOf(stack, oneOf(stack, new Set([a]), [new Set([b]), new Set([c])]))).toEqual({ 'Fn::And': [is('A'), is(id)] });
});
