import {
  ATTRIBUTE_NAME, ATTRIBUTE_TYPE, BATCH_ENTRIES, BATCH_ENTRY_ID, BATCH_SIZE, DELAY, FIFO_ID, FORBIDDEN_CHARACTER, MESSAGE_ATTRIBUTES,
} from '../../../lib/constraints/aws-sqs/send-message';
import { violation } from '../../../lib/constraints/violation';

test.each([0, 900])('a message may be delayed by %p seconds', seconds => {
  expect(violation(DELAY, seconds)).toBeUndefined();
});

test.each([-1, 901])('a message cannot be delayed by %p seconds', seconds => {
  expect(violation(DELAY, seconds)).toBe(`\`delay\` must be an integer between 0 and 900 seconds, got: ${seconds}`);
});

test('a batch has at most ten messages of 1 MiB together', () => {
  expect([BATCH_ENTRIES.max, BATCH_SIZE.max]).toEqual([10, 1_048_576]);
});

test.each([[BATCH_ENTRY_ID, 'a_B-1'], [FIFO_ID, '!azAZ09~'], [ATTRIBUTE_NAME, 'a.b_C-1']])('%j takes %p', (constraint, text) => {
  expect(violation(constraint, text)).toBeUndefined();
});

test.each([[BATCH_ENTRY_ID, 'a.b'], [FIFO_ID, 'a b'], [ATTRIBUTE_NAME, 'a..b'], [ATTRIBUTE_NAME, '.a'], [ATTRIBUTE_NAME, 'a.'], [ATTRIBUTE_NAME, 'aws.a']])(
  '%j refuses %p', (constraint, text) => {
    expect(violation(constraint, text)).toBeDefined();
  });

test('a message has at most ten attributes, of three types', () => {
  expect([MESSAGE_ATTRIBUTES.max, ATTRIBUTE_TYPE.values]).toEqual([10, ['String', 'Number', 'Binary']]);
});

test.each(['\t', '\n', '\r', ' ', '\uD7FF', '\uE000', '\uFFFD', '\u{10000}', '\u{10FFFF}'])('%j is a character of messages', character => {
  expect(character).not.toMatch(new RegExp(FORBIDDEN_CHARACTER, 'u'));
});

test.each(['\0', '\b', '\u001F', '\uD800', '\uFFFE', '\uFFFF'])('%j is none', character => {
  expect(character).toMatch(new RegExp(FORBIDDEN_CHARACTER, 'u'));
});
