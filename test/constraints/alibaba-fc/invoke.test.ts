import { DELAY, EVENT_PAYLOAD, REQUEST_PAYLOAD, TASK_ID } from '../../../lib/constraints/alibaba-fc/invoke';
import { violation } from '../../../lib/constraints/violation';

test.each(['t', '_t', 'Order-42_a', 't'.repeat(128)])('%p is the id of a task', id => {
  expect(violation(TASK_ID, id)).toBeUndefined();
});

test.each(['', '4', '-t', 't.1'])('%p is none', id => {
  expect(violation(TASK_ID, id)).toBe(
    `\`taskId\` must be 1 to 128 characters: letters, digits, underscores and hyphens, starting with a letter or underscore, got: "${id}"`,
  );
});

test('an event has 128 KB, a request 32 MB', () => {
  expect(violation(EVENT_PAYLOAD, 'a'.repeat(131_073))).toBe('`payload` must be at most 131072 bytes, got: 131073 bytes');
  expect([EVENT_PAYLOAD.max, REQUEST_PAYLOAD.max]).toEqual([131_072, 33_554_432]);
});

test.each([0, 3600])('a delay of %p seconds is refused', seconds => {
  expect(violation(DELAY, seconds)).toBe(`\`delay\` must be an integer between 1 and 3599 seconds, got: ${seconds}`);
});
