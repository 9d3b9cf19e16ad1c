import { senderOfKind, SENDERS } from '../../../lib/constraints/aws-lambda/sender';

test.each([
  ['event-rule', 185, 86_400],
  ['schedule', 185, 86_400],
  ['sns-subscription', 100_015, 1_987_200],
  ['log-subscription', undefined, 86_400],
])('%s retries %p times within %p seconds', (kind, retryAttempts, maxEventAge) => {
  expect([senderOfKind(kind)?.retryAttempts, senderOfKind(kind)?.maxEventAge]).toEqual([retryAttempts, maxEventAge]);
});

test.each(['s3-notification', 'alarm', 'constructor'])('nothing is documented of %s', kind => {
  expect(senderOfKind(kind)).toBeUndefined();
});

test('every sender names its source', () => {
  expect(Object.values(SENDERS).every(({ source }) => /^Amazon .*[^.]$/.test(source))).toBe(true);
});
