import { EVENT_BUS_NAME, PUT_DETAIL_LEVELS, PUT_ENTRIES, TIME_BYTES } from '../../../lib/constraints/aws-eventbridge/put-events';
import { violation } from '../../../lib/constraints/violation';

test('one call has at most ten events, whose details have at most 1000 levels', () => {
  expect([PUT_ENTRIES.max, PUT_DETAIL_LEVELS.max, TIME_BYTES]).toEqual([10, 1000, 14]);
});

test.each(['default', 'my.bus_1-a', 'arn:aws:events:us-east-1:111111111111:event-bus/a', 'arn:aws-us-gov:events:us-gov-west-1:111111111111:event-bus/a'])(
  'a bus may be called %p', name => {
    expect(violation(EVENT_BUS_NAME, name)).toBeUndefined();
  });

test.each(['', 'a b', 'arn:aws:sqs:us-east-1:111111111111:a'])('a bus cannot be called %p', name => {
  expect(violation(EVENT_BUS_NAME, name)).toBeDefined();
});
