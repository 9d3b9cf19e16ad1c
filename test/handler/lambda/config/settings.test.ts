import { choose, complete, DEFAULTS, differences } from '../../../../lib/handler/lambda/config/settings';

const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:q';

test('has the defaults of Lambda: two retries within six hours, no destinations', () => {
  expect(DEFAULTS).toEqual({ MaximumEventAgeInSeconds: 21600, MaximumRetryAttempts: 2, OnSuccess: '', OnFailure: '' });
});

test('completes absent settings with defaults', () => {
  expect(complete({ MaximumRetryAttempts: 0, OnFailure: QUEUE })).toEqual({ ...DEFAULTS, MaximumRetryAttempts: 0, OnFailure: QUEUE });
  expect(complete()).toEqual(DEFAULTS);
});

test.each([
  [{}, DEFAULTS, []],
  [{ OnFailure: '' }, {}, []],
  [{ MaximumRetryAttempts: 0 }, {}, ['MaximumRetryAttempts']],
  [{ MaximumEventAgeInSeconds: 60, OnSuccess: QUEUE }, { OnFailure: QUEUE }, ['MaximumEventAgeInSeconds', 'OnSuccess', 'OnFailure']],
])('%j and %j differ in %j', (one, other, names) => {
  expect(differences(one, other)).toEqual(names);
  expect(differences(other, one)).toEqual(names);
});

test('leaves out undefined values', () => {
  expect(choose(name => name === 'OnFailure' ? QUEUE : undefined)).toEqual({ OnFailure: QUEUE });
});
