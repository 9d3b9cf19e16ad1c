import { firings } from './firings';
import { schedule, type ScheduleOptions } from '../../../../lib/simulator/sources/schedules/schedule';
import { NotKnownError } from '../../../../lib/simulator/state/not-known-error';

const CREATED = '2026-01-01T00:00:20Z';

const created = (options: Partial<ScheduleOptions> = {}): ScheduleOptions => ({ kind: 'scheduler', createdAt: Date.parse(CREATED), ...options });

describe('a rate', () => {
  test('of a rule fires first when one interval has passed', () => {
    expect(firings('rate(5 minutes)', 3, { kind: 'rule', createdAt: CREATED })).toEqual(['2026-01-01T00:05:20Z', '2026-01-01T00:10:20Z', '2026-01-01T00:15:20Z']);
  });

  test('of EventBridge Scheduler fires first at the creation', () => {
    expect(firings('rate(1 hour)', 2, { createdAt: CREATED })).toEqual(['2026-01-01T00:00:20Z', '2026-01-01T01:00:20Z']);
  });

  test('is counted from StartDate', () => {
    expect(firings('rate(2 days)', 2, { createdAt: CREATED, start: Date.parse('2026-01-05T12:00:00Z') })).toEqual(['2026-01-05T12:00Z', '2026-01-07T12:00Z']);
  });

  test('is counted from a StartDate before the creation, and fires after that', () => {
    expect(firings('rate(1 hour)', 2, { createdAt: CREATED, start: Date.parse('2025-12-31T22:30:00Z') })).toEqual(['2026-01-01T00:30Z', '2026-01-01T01:30Z']);
  });

  test('has days of 24 hours when the clocks change', () => {
    expect(firings('rate(1 day)', 2, { createdAt: '2026-03-28T12:00:00Z', timeZone: 'Europe/Berlin' })).toEqual(['2026-03-28T12:00Z', '2026-03-29T12:00Z']);
  });

  test('never fires beyond the dates of JavaScript', () => {
    expect(firings('rate(99999999999999999999 days)', 3, { createdAt: CREATED })).toEqual(['2026-01-01T00:00:20Z']);
  });
});

describe('StartDate and EndDate', () => {
  test('a firing at StartDate, and one at EndDate, happen', () => {
    expect(firings('cron(0 12 * * ? *)', 9, {
      createdAt: CREATED, start: Date.parse('2026-01-03T12:00:00Z'), end: Date.parse('2026-01-05T12:00:00Z'),
    })).toEqual(['2026-01-03T12:00Z', '2026-01-04T12:00Z', '2026-01-05T12:00Z']);
  });

  test('a firing before StartDate, and one after EndDate, do not happen', () => {
    expect(firings('cron(0 12 * * ? *)', 9, {
      createdAt: CREATED, start: Date.parse('2026-01-03T12:00:00.001Z'), end: Date.parse('2026-01-05T11:59:59.999Z'),
    })).toEqual(['2026-01-04T12:00Z']);
  });

  test('EndDate ends a rate', () => {
    expect(firings('rate(1 hour)', 9, { createdAt: CREATED, end: Date.parse('2026-01-01T01:00:19.999Z') })).toEqual(['2026-01-01T00:00:20Z']);
  });

  test('a single time ignores both', () => {
    expect(firings('at(2026-01-02T00:00:00)', 9, {
      createdAt: CREATED, start: Date.parse('2026-01-03T00:00:00Z'), end: Date.parse('2026-01-01T00:00:00Z'),
    })).toEqual(['2026-01-02T00:00Z']);
  });
});

describe('a single time', () => {
  test('fires once, in the time zone of the schedule', () => {
    expect(firings('at(2026-07-01T09:30:15)', 9, { createdAt: CREATED, timeZone: 'Europe/Berlin' })).toEqual(['2026-07-01T07:30:15Z']);
  });

  test('never fires if it has passed at the creation', () => {
    expect(firings('at(2026-01-01T00:00:20)', 9, { createdAt: CREATED })).toEqual([]);
  });

  test('does not exist in rules', () => {
    expect(() => schedule('at(2026-07-01T09:30:00)', created({ kind: 'rule', path: 'Shop/Rule' }))).toThrow(new RangeError(
      '`ScheduleExpression` must be rate(value unit) or cron(fields) in a rule, got: "at(2026-07-01T09:30:00)". Declare an `AWS::Scheduler::Schedule` for a single time. [Shop/Rule]',
    ));
  });
});

describe('a flexible window', () => {
  test.each([[1, 60_000], [1440, 86_400_000]])('of %i minutes delays a firing by less than that', (flexibleMinutes, window) => {
    const { delay } = schedule('rate(1 hour)', created({ flexibleMinutes }));

    expect(delay(max => max - 0.5)).toBe(window - 1);
    expect(delay(() => 0)).toBe(0);
  });

  test('does not change when the schedule fires', () => {
    expect(firings('rate(5 minutes)', 2, { createdAt: CREATED, flexibleMinutes: 15 })).toEqual(['2026-01-01T00:00:20Z', '2026-01-01T00:05:20Z']);
  });

  test('without a window, nothing is random', () => {
    const random = jest.fn(() => 1);

    expect(schedule('rate(1 hour)', created()).delay(random)).toBe(0);
    expect(random).not.toHaveBeenCalled();
  });

  test.each([0, 1441, 1.5, NaN])('of %p minutes is refused', flexibleMinutes => {
    expect(() => schedule('rate(1 hour)', created({ flexibleMinutes, path: 'Shop/Nightly' }))).toThrow(new RangeError(
      `\`FlexibleTimeWindow.MaximumWindowInMinutes\` must be an integer between 1 and 1440 minutes, got: ${flexibleMinutes}. [Shop/Nightly]`,
    ));
  });
});

test.each(['rate(5 minutes)', 'cron(* * * * ? *)', 'at(2026-07-01T09:30:00)'])('%s never fires while the schedule is disabled', text => {
  expect(firings(text, 1, { createdAt: CREATED, enabled: false })).toEqual([]);
});

test('cron fires after the creation, not at it', () => {
  expect(firings('cron(0 * * * ? *)', 1, { createdAt: '2026-01-01T00:00:00Z' })).toEqual(['2026-01-01T01:00Z']);
});

test('rules ignore time zones', () => {
  expect(firings('cron(0 12 * * ? *)', 1, { kind: 'rule', createdAt: CREATED, timeZone: 'Asia/Kathmandu' })).toEqual(['2026-01-01T12:00Z']);
});

test('next returns the same firing for the same time', () => {
  const { next } = schedule('cron(0/15 * * * ? *)', created());
  const after = Date.parse('2026-02-01T00:15:00Z');

  expect([next(after - 1), next(after), next(after - 1)]).toEqual([after, after + 900_000, after]);
});

describe('the service refuses', () => {
  test.each(['', 'every day', 'Rate(5 minutes)', ' rate(10 minutes)', 'rate(10 minutes) ', 'cron 0 12 * * ? *', 'rate(10 minutes'])('"%s"', text => {
    expect(() => schedule(text, created({ kind: 'rule' }))).toThrow(new RangeError(
      `\`ScheduleExpression\` must be rate(value unit) or cron(fields), without spaces around it, got: "${text}". Write e.g. rate(5 minutes) or cron(0 12 * * ? *).`,
    ));
  });

  test('an expression of 257 characters', () => {
    const text = `cron(${Array(119).fill('1').join(',')} * * * ? ${'*'.padStart(5)})`;

    expect(text).toHaveLength(257);
    expect(() => schedule(text, created())).toThrow('`ScheduleExpression` must be 1 to 256 characters, got: ');
    expect(() => schedule(text, created({ kind: 'rule' }))).toThrow('`ScheduleExpression` must be at most 256 characters, got: ');
    expect(() => schedule(text.replace('?  ', '? '), created())).not.toThrow();
  });

  test('an empty expression of a schedule', () => {
    expect(() => schedule('', created())).toThrow(new RangeError('`ScheduleExpression` must be 1 to 256 characters, got: "".'));
  });
});

// tests/aws/services/events/test_events_schedule.py and tests/aws/services/scheduler/test_scheduler.py of localstack/localstack were validated against AWS.
describe('recorded answers of AWS', () => {
  test.each([
    'cron(0 2 ? * SAT *)', 'cron(5,35 14 * * ? *)', 'cron(15 10 ? * 6L 2002-2005)', 'cron(0 2 ? * SAT#3 *)', 'cron(* * ? * SAT#3 *)', 'cron(0/5 5 ? JAN 1-5 2022)',
    'cron(0/30 0-2 ? * MON-FRI *)', 'cron(0-15/1 8-8 ? * 2,3,4,5,6,7 *)', 'cron(1-31/30 1-1 ? * 1,7 *)', 'cron(0/5, 9-18, ?, *, MON-FRI, *)', 'rate(1 minute)',
  ])('takes %s', text => {
    expect(() => schedule(text, created({ kind: 'rule' }))).not.toThrow();
    expect(() => schedule(text, created())).not.toThrow();
  });

  test.each([
    'cron(0 1 * * * *)', 'cron(7 20 * * NOT *)', 'cron(INVALID)', 'cron(0 dummy ? * MON-FRI *)', 'cron(71 8 1 * ? *)', 'cron()', 'cron(*/60 * * * ? *)',
    'rate(10 seconds)', 'rate(10 years)', 'rate()', 'rate(10)', 'rate(10 minutess)', 'rate(foo minutes)', 'rate(-10 minutes)', 'rate( 10 minutes )', ' rate(10 minutes)',
    'cron(15 12 ? * -1 *)', 'cron(0 12 ? * 0 *)',
  ])('refuses %s', text => {
    expect(() => schedule(text, created({ kind: 'rule' }))).toThrow(RangeError);
    expect(() => schedule(text, created())).toThrow(RangeError);
  });

  test.each(['at(2021-12-31T23:59:59Z)', 'at(2021-12-31)'])('refuses %s in a schedule', text => {
    expect(() => schedule(text, created())).toThrow(RangeError);
  });
});

test('does not guess what no page says', () => {
  expect(() => schedule('cron(0 22-4 * * ? *)', created({ path: 'Shop/Nightly' }))).toThrow(new NotKnownError(
    'what EventBridge does with "22-4" in the `ScheduleExpression` "cron(0 22-4 * * ? *)"',
    'Write the range as two, the first up to the largest value of the field. [Shop/Nightly]',
  ));
});
