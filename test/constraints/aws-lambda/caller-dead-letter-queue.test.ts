import {
  CALLER_DEAD_LETTER_PERMISSION_MISSING, CALLER_DEAD_LETTER_QUEUE_ELSEWHERE, KEY_FOR_SERVICE, KEY_OF_SQS, SCHEDULE_KEY, SCHEDULE_ROLE,
  UNSUPPORTED_CALLER_DEAD_LETTER_QUEUE,
} from '../../../lib/constraints/aws-lambda/caller-dead-letter-queue';

test('a queue of the wrong kind and one of the wrong place are reported under one id', () => {
  expect(CALLER_DEAD_LETTER_QUEUE_ELSEWHERE.id).toBe(UNSUPPORTED_CALLER_DEAD_LETTER_QUEUE.id);
});

test.each([KEY_FOR_SERVICE, KEY_OF_SQS, SCHEDULE_KEY, SCHEDULE_ROLE])('the rule lists the remedy if $when', remedy => {
  expect(CALLER_DEAD_LETTER_PERMISSION_MISSING.remedies).toContain(remedy);
});
