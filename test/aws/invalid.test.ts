import { agnosticStack, fn } from './fixture';
import { invalid } from '../../lib/aws/invalid';

test('an error says where in the app it was made', () => {
  expect(invalid(fn(agnosticStack()), '`a` must be b, got: c').message).toBe('`a` must be b, got: c [Stack/Fn]');
});

test('each message of an error says so', () => {
  expect(invalid(agnosticStack(), 'one', 'other').message).toBe('one [Stack]\nother [Stack]');
});
