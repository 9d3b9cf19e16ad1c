import * as fc from 'fast-check';
import { bruteForce } from './brute-force';
import { cronTexts } from './cron-texts';
import { firings } from './firings';
import { CRON_FIELDS } from '../../../../lib/constraints/aws-events/schedule-expression';
import { schedule } from '../../../../lib/simulator/sources/schedules/schedule';

const HOUR = 3_600_000;

// The examples of https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
describe('the documented examples', () => {
  test.each([
    ['0 10 * * ? *', '2026-01-01T10:00Z', '2026-01-02T10:00Z'],
    ['15 12 * * ? *', '2026-01-01T12:15Z', '2026-01-02T12:15Z'],
    ['0 18 ? * MON-FRI *', '2026-01-01T18:00Z', '2026-01-02T18:00Z', '2026-01-05T18:00Z'],
    ['0 8 1 * ? *', '2026-01-01T08:00Z', '2026-02-01T08:00Z'],
    ['0/15 * * * ? *', '2026-01-01T00:15Z', '2026-01-01T00:30Z', '2026-01-01T00:45Z', '2026-01-01T01:00Z'],
    ['0/10 * ? * MON-FRI *', '2026-01-01T00:10Z', '2026-01-01T00:20Z'],
    ['0/5 8-17 ? * MON-FRI *', '2026-01-01T08:00Z', '2026-01-01T08:05Z'],
    ['0/30 20-23 ? * MON-FRI *', '2026-01-01T20:00Z', '2026-01-01T20:30Z'],
    ['15 10 ? * 6L 2019-2030', '2026-01-30T10:15Z', '2026-02-27T10:15Z'],
    ['1/10 * * * ? *', '2026-01-01T00:01Z', '2026-01-01T00:11Z', '2026-01-01T00:21Z', '2026-01-01T00:31Z'],
    ['0 0 3W * ? *', '2026-01-02T00:00Z', '2026-02-03T00:00Z', '2026-03-03T00:00Z', '2026-04-03T00:00Z', '2026-05-04T00:00Z'],
    ['0 0 ? * 3#2 *', '2026-01-13T00:00Z', '2026-02-10T00:00Z'],
    ['0 0 L * ? *', '2026-01-31T00:00Z', '2026-02-28T00:00Z'],
    ['0 0 ? * L *', '2026-01-03T00:00Z', '2026-01-10T00:00Z'],
    ['0 0 1 JAN,FEB,MAR ? *', '2026-02-01T00:00Z', '2026-03-01T00:00Z', '2027-01-01T00:00Z'],
  ])('cron(%s)', (fields, ...expected) => {
    expect(firings(`cron(${fields})`, expected.length, { kind: 'rule', createdAt: '2026-01-01T00:00:00Z' })).toEqual(expected);
  });
});

test.each([
  ['0 0 29 2 ? *', ['2028-02-29T00:00Z', '2032-02-29T00:00Z']],
  ['0 0 LW 2 ? 2028', ['2028-02-29T00:00Z']],
  ['0 0 29 2 ? 2100', []],
  ['0 0 31 2 ? *', []],
  ['0 0 29W 2 ? 2027-2028', ['2028-02-29T00:00Z']],
  ['0 0 ? 2 SUN#5 *', ['2032-02-29T00:00Z', '2060-02-29T00:00Z']],
  ['0 0 1 1 ? 2002-2005', []],
  ['0 0 1 1 ? 2024/3', ['2027-01-01T00:00Z', '2030-01-01T00:00Z']],
  ['59 23 31 12 ? 2199', ['2199-12-31T23:59Z']],
])('cron(%s) knows leap years, short months and years', (fields, expected) => {
  expect(firings(`cron(${fields})`, 2, { createdAt: '2026-01-01T00:00:00Z' })).toEqual(expected);
});

describe('when the clocks change', () => {
  test.each([
    ['skips what the clocks skip', 'Europe/Berlin', '30 2 * * ? *', '2026-03-28T00:00:00Z', ['2026-03-28T01:30Z', '2026-03-30T00:30Z']],
    ['fires at the first minute after that', 'Europe/Berlin', '0 3 * * ? *', '2026-03-28T12:00:00Z', ['2026-03-29T01:00Z']],
    ['fires once at what the clocks show twice', 'Europe/Berlin', '30 2 * * ? *', '2026-10-24T12:00:00Z', ['2026-10-25T00:30Z', '2026-10-26T01:30Z']],
    ['does not fire again in the hour that is repeated', 'Europe/Berlin', '0/30 * * * ? *', '2026-10-25T00:00:00Z', ['2026-10-25T00:30Z', '2026-10-25T02:00Z']],
    ['skips what the clocks skip', 'America/New_York', '30 2 * * ? *', '2026-03-07T12:00:00Z', ['2026-03-09T06:30Z']],
    ['fires once at what the clocks show twice', 'America/New_York', '30 1 * * ? *', '2026-10-31T12:00:00Z', ['2026-11-01T05:30Z', '2026-11-02T06:30Z']],
    ['skips half an hour', 'Australia/Lord_Howe', '15,45 2 * * ? *', '2026-10-03T00:00:00Z', ['2026-10-03T15:45Z', '2026-10-04T15:15Z']],
    ['repeats half an hour', 'Australia/Lord_Howe', '15,45 1 * * ? *', '2026-04-04T12:00:00Z', ['2026-04-04T14:15Z', '2026-04-04T14:45Z', '2026-04-05T14:45Z']],
    ['has offsets of three quarters of an hour', 'Asia/Kathmandu', '0 12 * * ? *', '2026-01-01T00:00:00Z', ['2026-01-01T06:15Z']],
    ['skips a day that a country skips', 'Pacific/Apia', '0 12 * * ? *', '2011-12-29T00:00:00Z', ['2011-12-29T22:00Z', '2011-12-30T22:00Z']],
    // The example of https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
    ['skips what the clocks skip', 'America/Los_Angeles', '30 2 * * ? *', '2026-03-07T12:00:00Z', ['2026-03-09T09:30Z', '2026-03-10T09:30Z']],
  ])('%s in %s', (_, timeZone, fields, createdAt, expected) => {
    expect(firings(`cron(${fields})`, expected.length, { timeZone, createdAt })).toEqual(expected);
  });
});

const CHANGES: Array<[string, string]> = [
  ['UTC', '2026-02-28T00:00:00Z'],
  ['Europe/Berlin', '2026-03-29T01:00:00Z'],
  ['Europe/Berlin', '2026-10-25T01:00:00Z'],
  ['America/New_York', '2027-03-14T07:00:00Z'],
  ['America/New_York', '2027-11-07T06:00:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
  ['Asia/Kathmandu', '2028-02-29T00:00:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00:00Z'],
];

test('fires in exactly the minutes that a look at each minute finds', () => {
  let fired = 0;
  const anyTexts = cronTexts({ ...CRON_FIELDS.year, min: 2011, max: 2028 });
  // Most random expressions fire in no given day, so every second one leaves the date open.
  const texts = fc.oneof(anyTexts, anyTexts.map(text => text.replace(/^(\S+ \S+) .*/, '$1 * * ? *')));
  fc.assert(fc.property(texts, fc.constantFrom(...CHANGES), fc.integer({ min: -12 * HOUR, max: 6 * HOUR }), (fields, [timeZone, change], shift) => {
    const from = Math.floor((Date.parse(change) + shift) / 60_000) * 60_000;
    const until = from + 14 * HOUR;
    const { next } = schedule(`cron(${fields})`, { kind: 'scheduler', timeZone, createdAt: from });
    const found: number[] = [];
    for (let at = next(); at !== undefined && at <= until; at = next(at)) {
      found.push(at);
    }
    fired += found.length;
    expect(found).toEqual(bruteForce(fields, timeZone, from, until));
  }), { numRuns: 150 });

  expect(fired).toBeGreaterThan(100);
});

test.each(['UTC', 'Europe/Berlin'])('an hourly schedule in %s fires in each hour of a year', timeZone => {
  const { next } = schedule('cron(0 * * * ? *)', { kind: 'scheduler', timeZone, createdAt: Date.UTC(2026, 0, 1) - HOUR / 2 });
  let count = 0;
  for (let at = next(); at !== undefined && at < Date.UTC(2027, 0, 1); at = next(at)) {
    count += 1;
  }

  // Berlin: the hour that is skipped and the one that is repeated.
  expect(count).toBe(timeZone === 'UTC' ? 8760 : 8759);
});

test.each([
  ['*', '"cron(*)"'],
  ['0 12 * * ?', '"cron(0 12 * * ?)"'],
  ['* * * * ? * *', '"cron(* * * * ? * *)"'],
  [' 0 12 * * ? *', '"cron( 0 12 * * ? *)"'],
  ['0 12 * * ? * ', '"cron(0 12 * * ? * )"'],
  ['', '"cron()"'],
])('refuses cron(%s), because it has not six fields', (fields, got) => {
  expect(() => schedule(`cron(${fields})`, { kind: 'rule', createdAt: 0 })).toThrow(new RangeError(
    `\`ScheduleExpression\` must be cron(fields) with the six fields minutes, hours, day-of-month, month, day-of-week and year, got: ${got}. Write e.g. cron(0 12 * * ? *).`,
  ));
});

test('EventBridge Scheduler takes an expression without a year', () => {
  expect(firings('cron(0 12 * * ?)', 1, { createdAt: '2026-01-01T00:00:00Z' })).toEqual(['2026-01-01T12:00Z']);
  expect(() => schedule('cron(0 12 * *)', { kind: 'scheduler', createdAt: 0 })).toThrow('with the six fields');
});

test('ignores commas that separate no values', () => {
  expect(firings('cron(0, ,,12 ?, * MON-FRI, *)', 3, { createdAt: '2026-01-01T00:00:00Z' })).toEqual(['2026-01-01T12:00Z', '2026-01-02T12:00Z', '2026-01-05T12:00Z']);
});

test('takes any white space between the fields', () => {
  expect(firings('cron(0  12\t* * ?\n*)', 1, { createdAt: '2026-01-01T00:00:00Z' })).toEqual(['2026-01-01T12:00Z']);
});
