import { abandoned, isAsWanted, owned, settingsOf, wantedConfig } from '../../../../lib/handler/lambda/config/properties';
import { DEFAULTS } from '../../../../lib/handler/lambda/config/settings';

const QUEUE = 'arn:aws:sqs:us-east-1:123456789012:q';
const REST = { FunctionName: 'orders', Merge: 'false', OnDelete: 'RESTORE' };

test('texts become numbers, absent settings stay absent', () => {
  expect(wantedConfig({ ...REST, ServiceToken: 't', MaximumRetryAttempts: '0', OnFailure: QUEUE })).toEqual({
    target: { FunctionName: 'orders' }, given: { MaximumRetryAttempts: 0, OnFailure: QUEUE }, merge: false, onDelete: 'RESTORE',
  });
});

test.each([
  ['MaximumRetryAttempts', ['0', '1', '2', 2]],
  ['MaximumEventAgeInSeconds', ['60', '61', '21599', '21600']],
  ['OnSuccess', ['', QUEUE]],
  ['OnDelete', ['RESTORE', 'DELETE', 'RETAIN']],
  ['Merge', ['true', 'false']],
])('%s may be any of %j', (name, values) => {
  for (const value of values) {
    expect(() => wantedConfig({ ...REST, [name]: value })).not.toThrow();
  }
});

const AGE = '`maxEventAge` must be an integer between 60 and 21600 seconds, got: ';
const RETRIES = '`retryAttempts` must be an integer between 0 and 2, got: ';

test.each([
  [{ MaximumRetryAttempts: '-1' }, `${RETRIES}-1`],
  [{ MaximumRetryAttempts: '3' }, `${RETRIES}3`],
  [{ MaximumRetryAttempts: '1.5' }, `${RETRIES}1.5`],
  [{ MaximumRetryAttempts: '' }, `${RETRIES}""`],
  [{ MaximumRetryAttempts: ' 1' }, `${RETRIES}" 1"`],
  [{ MaximumRetryAttempts: '0x1' }, `${RETRIES}"0x1"`],
  [{ MaximumRetryAttempts: '1e0' }, `${RETRIES}"1e0"`],
  [{ MaximumRetryAttempts: ['1'] }, `${RETRIES}a list`],
  [{ MaximumEventAgeInSeconds: '59' }, `${AGE}59`],
  [{ MaximumEventAgeInSeconds: '21601' }, `${AGE}21601`],
  [{ OnSuccess: 'queue' }, '`onSuccess` must be at most 350 characters: the ARN of a queue, topic, event bus, function or bucket, got: "queue"'],
  [{ OnFailure: { Ref: 'Q' } }, '`onFailure` must be at most 350 characters: the ARN of a queue, topic, event bus, function or bucket, got: an object'],
  [{ Merge: 'yes' }, '`merge` must be one of true, false, got: "yes"'],
  [{ OnDelete: undefined }, '`onDelete` must be one of RESTORE, DELETE, RETAIN, got: undefined'],
])('%j is refused', (properties, message) => {
  expect(() => wantedConfig({ ...REST, ...properties })).toThrow(new Error(message));
});

test('names all malformed properties at once', () => {
  expect(() => wantedConfig({ ...REST, MaximumRetryAttempts: '3', MaximumEventAgeInSeconds: '1' })).toThrow(new Error(`${AGE}1\n${RETRIES}3`));
});

describe('without merging', () => {
  const wanted = { given: { OnFailure: QUEUE }, merge: false };

  test('the resource owns all settings, whatever the place has', () => {
    expect(owned(wanted)).toEqual({ ...DEFAULTS, OnFailure: QUEUE });
    expect(settingsOf(wanted, { MaximumRetryAttempts: 0 }, {})).toEqual({ ...DEFAULTS, OnFailure: QUEUE });
    expect(isAsWanted({ OnFailure: QUEUE }, wanted)).toBe(true);
    expect(isAsWanted({ OnFailure: QUEUE, MaximumRetryAttempts: 0 }, wanted)).toBe(false);
  });
});

describe('merging', () => {
  const wanted = { given: { OnFailure: QUEUE }, merge: true };

  test('only those are ours that are given', () => {
    expect(owned(wanted)).toEqual({ OnFailure: QUEUE });
    expect(settingsOf(wanted, { MaximumRetryAttempts: 0 }, {})).toEqual({ ...DEFAULTS, MaximumRetryAttempts: 0, OnFailure: QUEUE });
    expect(isAsWanted({ OnFailure: QUEUE, MaximumRetryAttempts: 0 }, wanted)).toBe(true);
    expect(isAsWanted({ MaximumRetryAttempts: 0 }, wanted)).toBe(false);
  });

  test('those are left to others that were ours', () => {
    const before = wantedConfig({ ...REST, MaximumRetryAttempts: '0' });
    expect(abandoned(before, { ...before, ...wanted })).toEqual({ MaximumEventAgeInSeconds: 21600, MaximumRetryAttempts: 0, OnSuccess: '' });
    expect(abandoned({ ...before, ...wanted }, before)).toEqual({});
  });
});

test('a durable function has no destinations, not even none', () => {
  expect(settingsOf({ given: {}, merge: false }, undefined, { DurableConfig: { ExecutionTimeout: 60 } })).toEqual({
    MaximumEventAgeInSeconds: 21600, MaximumRetryAttempts: 2,
  });
});
