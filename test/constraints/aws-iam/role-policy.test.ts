import { INLINE_POLICIES } from '../../../lib/constraints/aws-iam/role-policy';
import { violation } from '../../../lib/constraints/violation';

test('the inline policies of a role have 10,240 bytes together', () => {
  expect(violation(INLINE_POLICIES, 'x'.repeat(10_240))).toBeUndefined();
  expect(violation(INLINE_POLICIES, 'x'.repeat(10_241))).toBe('`policies` must be at most 10240 bytes, got: 10241 bytes');
});
