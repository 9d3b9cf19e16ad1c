import { environment, functionElsewhere, isElsewhere } from '../../../lib/aws/target/environment';
import { agnosticStack, concreteStack, HERE } from '../fixture';

test('names a known account and Region', () => {
  expect(environment(concreteStack())).toBe('111111111111/eu-west-1');
  expect(environment(agnosticStack())).toBe('an unknown account/an unknown Region');
});

test('names a function and a stack of another environment', () => {
  expect(functionElsewhere({ ...HERE, region: 'us-east-1' }, agnosticStack()))
    .toBe('a function of 111111111111/us-east-1 in a stack of an unknown account/an unknown Region');
});

test('another account or Region differs', () => {
  const stack = concreteStack();

  expect(isElsewhere(HERE, stack)).toBe(false);
  expect(isElsewhere({ ...HERE, account: '222222222222' }, stack)).toBe(true);
  expect(isElsewhere({ ...HERE, region: 'us-east-1' }, stack)).toBe(true);
});

test('an unknown account or Region does not differ', () => {
  expect(isElsewhere(HERE, agnosticStack())).toBe(false);
  expect(isElsewhere(agnosticStack(), concreteStack())).toBe(false);
});
