import { scheduleInput } from '../../../../lib/simulator/sources/matching/schedule-input';

const CONTEXT = { scheduleArn: 'arn:aws:scheduler:us-west-2:123456789012:schedule/default/nightly', scheduledTime: '2022-03-22T18:59:43Z', executionId: 'd32c5kddcf5bb8c3', attemptNumber: 1 };

test.each([
  ['{"at":"<aws.scheduler.scheduled-time>"}', '{"at":"2022-03-22T18:59:43Z"}'],
  ['{"attempt":<aws.scheduler.attempt-number>,"id":"<aws.scheduler.execution-id>"}', '{"attempt":1,"id":"d32c5kddcf5bb8c3"}'],
  ['"<aws.scheduler.schedule-arn> <aws.scheduler.schedule-arn>"', '"arn:aws:scheduler:us-west-2:123456789012:schedule/default/nightly arn:aws:scheduler:us-west-2:123456789012:schedule/default/nightly"'],
  ['{ "text": "a < b" }', '{ "text": "a < b" }'],
])('%s becomes %s', (input, text) => {
  expect(scheduleInput(input)(CONTEXT)).toBe(text);
});

test('a dollar sign in a value stays', () => {
  expect(scheduleInput('<aws.scheduler.schedule-arn>')({ ...CONTEXT, scheduleArn: '$&' })).toBe('$&');
});

test.each(['<aws.scheduler.time>', '<aws.scheduler.>', '<aws.scheduler.toString>'])('does not guess what %s is', keyword => {
  expect(() => scheduleInput(`"${keyword}"`)).toThrow(expect.objectContaining({
    name: 'NotKnownError',
    message: `The simulator does not know what \`Input\` makes of \`${keyword}\`. Use one of \`<aws.scheduler.schedule-arn>\`, \`<aws.scheduler.scheduled-time>\`, \`<aws.scheduler.execution-id>\`, \`<aws.scheduler.attempt-number>\`.`,
  }));
});
