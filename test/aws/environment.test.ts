import { agnosticStack, concreteStack } from './fixture';
import { environment } from '../../lib/aws/environment';

test('account and Region are named where they are known', () => {
  expect(environment(concreteStack())).toBe('111111111111/eu-west-1');
  expect(environment(agnosticStack())).toBe('an unknown account/an unknown Region');
});
