import { givenBack } from '../../../../lib/handler/lambda/config/restoration';

const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:q';
const OURS = { MaximumEventAgeInSeconds: 21600, MaximumRetryAttempts: 2, OnSuccess: '', OnFailure: QUEUE };

test.each([[null], [{}], [{ MaximumRetryAttempts: 1 }]])('a config that was ours as a whole is given back as it was found: %j', found => {
  expect(givenBack(found, OURS, { given: {}, merge: false })).toEqual(found);
});

describe('of a config that was merged', () => {
  const merged = { given: { OnFailure: QUEUE }, merge: true };

  test.each([
    ['nothing was found, and nothing else was changed', null, OURS, null],
    ['nothing was found, but others have changed something', null, { ...OURS, MaximumRetryAttempts: 0 }, { MaximumRetryAttempts: 0 }],
    ['others have changed nothing', { MaximumRetryAttempts: 1 }, { ...OURS, MaximumRetryAttempts: 1 }, { MaximumRetryAttempts: 1 }],
    ['others have changed something', { MaximumRetryAttempts: 1, OnFailure: 'theirs' }, { ...OURS, MaximumRetryAttempts: 0 }, { MaximumRetryAttempts: 0, OnFailure: 'theirs' }],
    ['an empty one was found', {}, OURS, {}],
  ])('only ours is given back: %s', (_, found, live, expected) => {
    expect(givenBack(found, live, merged)).toEqual(expected);
  });
});
