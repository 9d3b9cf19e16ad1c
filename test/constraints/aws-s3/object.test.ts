import { MAX_KEYS, OBJECT_KEY, USER_METADATA } from '../../../lib/constraints/aws-s3/object';
import { violation } from '../../../lib/constraints/violation';

test('a key has 1 to 1024 bytes, whatever its characters are', () => {
  expect(violation(OBJECT_KEY, 'é'.repeat(512))).toBeUndefined();
  expect(violation(OBJECT_KEY, `${'é'.repeat(512)}a`)).toBe('`key` must be 1 to 1024 bytes, got: 1025 bytes');
});

test('metadata have at most 2 KiB, and a page at most 1000 keys', () => {
  expect([USER_METADATA.max, MAX_KEYS.max]).toEqual([2048, 1000]);
});
