import { concreteRosStack, fcFunction } from './fixture';
import { functionIdentity } from '../../lib/alibaba/function-identity';

test('a name is its own identity', () => {
  expect(functionIdentity('orders')).toBe('orders');
});

test('every value of a function stands for the name that it sets', () => {
  const fn = fcFunction(concreteRosStack(), 'Fn', { FunctionName: 'orders' });

  expect([fn.ref, fn.getAtt('FunctionName'), fn.getAtt('ARN')].map(functionIdentity)).toEqual(['orders', 'orders', 'orders']);
});

test('every value of a function that ROS names stands for the same value', () => {
  const fn = fcFunction(concreteRosStack());

  expect([fn.ref, fn.getAtt('ARN')].map(functionIdentity)).toEqual([fn.getAtt('FunctionName'), fn.getAtt('FunctionName')]);
});

test('a text that contains a value is another function', () => {
  const fn = fcFunction(concreteRosStack(), 'Fn', { FunctionName: 'orders' });
  const name = `next-${fn.ref}`;

  expect(functionIdentity(name)).toBe(name);
});
