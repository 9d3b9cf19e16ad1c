import { environment, functionElsewhere, isElsewhere } from '../../../lib/aws/target/environment';
import { agnosticStack, concreteStack, HERE } from '../fixture';

test('account and Region are named where they are known', () => {
  expect(environment(concreteStack())).toBe('111111111111/eu-west-1');
  expect(environment(agnosticStack())).toBe('an unknown account/an unknown Region');
});

test('a function and the stack that is about it are named together', () => {
  expect(functionElsewhere({ ...HERE, region: 'us-east-1' }, agnosticStack()))
    .toBe('a function of 111111111111/us-east-1 in a stack of an unknown account/an unknown Region');
});

test('another account or another Region is elsewhere', () => {
  const stack = concreteStack();

  expect(isElsewhere(HERE, stack)).toBe(false);
  expect(isElsewhere({ ...HERE, account: '222222222222' }, stack)).toBe(true);
  expect(isElsewhere({ ...HERE, region: 'us-east-1' }, stack)).toBe(true);
});

test('nothing is for certain where an environment is known only at deployment', () => {
  expect(isElsewhere(HERE, agnosticStack())).toBe(false);
  expect(isElsewhere(agnosticStack(), concreteStack())).toBe(false);
});
