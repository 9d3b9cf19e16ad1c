import { bodyOf, differences, dropsDestination, settingsOf } from '../../../../lib/handler/alibaba/config/settings';

const QUEUE = 'acs:mns:cn-hangzhou:1234567890123456:/queues/failed/messages';
const TOPIC = 'acs:mns:cn-hangzhou:1234567890123456:/topics/done/messages';
const DEFAULTS = { MaximumEventAgeInSeconds: 86400, MaximumRetryAttempts: 3, AsyncTask: false, OnSuccess: '', OnFailure: '' };
const ALL = { MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 0, AsyncTask: true, OnSuccess: TOPIC, OnFailure: QUEUE };

test('what Function Compute does not tell is as it documents it', () => {
  expect(settingsOf({})).toEqual(DEFAULTS);
  expect(settingsOf({ destinationConfig: { onFailure: { destination: QUEUE } } })).toEqual({ ...DEFAULTS, OnFailure: QUEUE });
});

test.each([DEFAULTS, ALL, { ...ALL, OnSuccess: '' }, { ...ALL, OnFailure: '' }])('%j is put as it is read', settings => {
  expect(settingsOf(bodyOf(settings))).toEqual(settings);
});

test('puts no empty destination', () => {
  expect(bodyOf(DEFAULTS)).toEqual({ asyncTask: false, maxAsyncEventAgeInSeconds: 86400, maxAsyncRetryAttempts: 3 });
});

test('configs differ by setting', () => {
  expect(differences(ALL, ALL)).toEqual([]);
  expect(differences(ALL, { ...ALL, AsyncTask: false, OnFailure: '' })).toEqual(['AsyncTask', 'OnFailure']);
});

test('a destination is dropped when it goes, not when another takes its place or one is added', () => {
  expect(dropsDestination(ALL, { ...ALL, OnSuccess: '' })).toBe(true);
  expect(dropsDestination(ALL, { ...ALL, OnFailure: '' })).toBe(true);
  expect(dropsDestination(ALL, { ...ALL, OnSuccess: QUEUE, OnFailure: TOPIC })).toBe(false);
  expect(dropsDestination(DEFAULTS, ALL)).toBe(false);
});
