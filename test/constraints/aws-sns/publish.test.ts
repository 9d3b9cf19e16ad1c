import { PUBLISHED_ATTRIBUTE_NAME, PUBLISHED_ENTRIES, PUBLISHED_ENTRY_ID, PUBLISHED_FIFO_ID, SUBJECT } from '../../../lib/constraints/aws-sns/publish';
import { violation } from '../../../lib/constraints/violation';

test('a batch has at most ten messages', () => {
  expect(PUBLISHED_ENTRIES.max).toBe(10);
});

test.each([[SUBJECT, 'Grüße!'], [PUBLISHED_ENTRY_ID, 'a_B-1'], [PUBLISHED_FIFO_ID, '!azAZ09~'], [PUBLISHED_ATTRIBUTE_NAME, 'a.b_C-1']])('%j takes %p', (constraint, text) => {
  expect(violation(constraint, text)).toBeUndefined();
});

test.each([[SUBJECT, 'a\nb'], [PUBLISHED_ENTRY_ID, 'a.b'], [PUBLISHED_FIFO_ID, 'a b'], [PUBLISHED_ATTRIBUTE_NAME, 'a^']])('%j refuses %p', (constraint, text) => {
  expect(violation(constraint, text)).toBeDefined();
});
