import { invalid } from '../../lib/constraints/invalid';

const scope = { node: { path: 'Stack/Fn' } };

test('an error has the path of its construct', () => {
  expect(invalid(scope, '`a` must be b, got: c').message).toBe('`a` must be b, got: c [Stack/Fn]');
});

test('each message of an error says so', () => {
  expect(invalid(scope, 'one', 'other').message).toBe('one [Stack/Fn]\nother [Stack/Fn]');
});
