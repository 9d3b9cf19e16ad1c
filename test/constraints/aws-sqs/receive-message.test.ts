import { MAX_NUMBER_OF_MESSAGES, WAIT_TIME } from '../../../lib/constraints/aws-sqs/receive-message';
import { violation } from '../../../lib/constraints/violation';

test.each([1, 10])('a call may return %p messages', count => {
  expect(violation(MAX_NUMBER_OF_MESSAGES, count)).toBeUndefined();
});

test.each([0, 11])('a call never returns up to %p messages', count => {
  expect(violation(MAX_NUMBER_OF_MESSAGES, count)).toBe(`\`maxNumberOfMessages\` must be an integer between 1 and 10, got: ${count}`);
});

test.each([0, 20])('a call may wait for %p seconds', seconds => {
  expect(violation(WAIT_TIME, seconds)).toBeUndefined();
});

test.each([-1, 21])('a call cannot wait for %p seconds', seconds => {
  expect(violation(WAIT_TIME, seconds)).toBe(`\`waitTime\` must be an integer between 0 and 20 seconds, got: ${seconds}`);
});
