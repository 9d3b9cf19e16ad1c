import { REPLAY_SOURCE_NAME } from '../../../lib/constraints/aws-replay/source-name';
import { violation } from '../../../lib/constraints/violation';

test.each(['a', 'Orders-FailureQueue_2', 'n'.repeat(60)])('%s is the name of a source', name => {
  expect(violation(REPLAY_SOURCE_NAME, name)).toBeUndefined();
});

test.each(['', 'orders.failed', 'plans/orders'])('"%s" is not the name of a source', name => {
  expect(violation(REPLAY_SOURCE_NAME, name))
    .toBe(`\`name\` must be 1 to 60 characters: letters, digits, hyphens and underscores, got: ${JSON.stringify(name)}`);
});

test('a name leaves room for the name of its state', () => {
  expect(violation(REPLAY_SOURCE_NAME, 'n'.repeat(61))).toContain('must be 1 to 60 characters');
});
