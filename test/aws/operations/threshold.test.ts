import { CfnParameter, Stack } from 'aws-cdk-lib';
import * as fc from 'fast-check';
import { backlogThreshold, reaching, type EventLimits } from '../../../lib/aws/operations/threshold';

const stack = new Stack();
const parameter = new CfnParameter(stack, 'Age', { type: 'Number' }).valueAsNumber;

describe('a threshold reaches all bounds', () => {
  test('that are known', () => {
    expect(reaching([{ factor: 0.8, value: 100 }, { factor: 3, value: 20, offset: 21 }])).toBe(81);
  });

  test('in whole numbers', () => {
    expect(reaching([{ factor: 0.8, value: 61 }])).toBe(49);
  });

  test('of which one is a token, by metric math', () => {
    expect(stack.resolve(reaching([{ factor: 0.8, value: parameter }, { factor: 1, value: 900 }, { factor: 2, value: 7 }]))).toEqual({
      condition: { 'Fn::Join': ['', ['(value >= 900) AND (value >= 0.8 * ', { Ref: 'Age' }, ')']] },
    });
  });

  test('which are all tokens', () => {
    expect(stack.resolve(reaching([{ factor: 3, value: parameter, offset: 60 }]))).toEqual({
      condition: { 'Fn::Join': ['', ['(value >= 60 + 3 * ', { Ref: 'Age' }, ')']] },
    });
  });
});

describe('a backlog', () => {
  const limits = (maxEventAge: number, retryAttempts: number): EventLimits[] => [{ maxEventAge, retryAttempts }];

  test.each([
    // share, age, retries, timeout, threshold
    [0.5, 21_600, 2, 3, 10_800_000],
    [0.8, 21_600, 2, 3, 17_280_000],
    [0.5, 60, 0, 3, 30_000],
    [0.8, 60, 0, 3, 48_000],
    [0.5, 60, 0, 900, 30_000],
    [0.5, 60, 2, 3, 30_000],
    [0.5, 60, 2, 900, 30_000],
    [0.5, 61, 2, 3, undefined],
    [0.5, 67, 1, 3, 66_000],
    [0.5, 66, 1, 3, undefined],
    [0.5, 120, 2, 3, 66_000],
    [0.5, 180, 2, 3, 90_000],
    [0.5, 190, 2, 3, 189_000],
    [0.5, 3600, 2, 900, 2_880_000],
    [0.8, 3600, 2, 900, 2_880_000],
    [0.5, 2880, 2, 900, undefined],
    [0.5, 2881, 2, 900, 2_880_000],
  ])('at %d of %d seconds with %d retries of %d seconds: %p', (share, age, retries, timeout, threshold) => {
    expect(backlogThreshold(share, limits(age, retries), timeout)).toBe(threshold);
  });

  test('of several configs must exceed all of them', () => {
    expect(backlogThreshold(0.5, [...limits(600, 0), ...limits(21_600, 2)], 3)).toBe(10_800_000);
  });

  test('never has a threshold that no event reaches, or that retries explain', () => {
    const config = fc.record({ maxEventAge: fc.integer({ min: 60, max: 21_600 }), retryAttempts: fc.integer({ min: 0, max: 2 }) });
    const all = fc.array(config, { minLength: 1, maxLength: 3 });
    fc.assert(fc.property(all, fc.integer({ min: 1, max: 900 }), fc.constantFrom(0.5, 0.8), (configs, timeout, share) => {
      const threshold = backlogThreshold(share, configs, timeout) as number | undefined;
      const longest = 1000 * Math.max(...configs.map(({ maxEventAge }) => maxEventAge));

      expect(threshold ?? 0).toBeLessThan(longest);
      for (const { maxEventAge, retryAttempts } of configs) {
        const retries = [60, 180].filter((wait, index) => index < retryAttempts && wait < maxEventAge).length;
        const lastAttempt = [0, 60, 180][retries] + retries * timeout;

        expect(threshold ?? longest).toBeGreaterThanOrEqual(Math.min(1000 * lastAttempt, longest));
        expect(threshold ?? longest).toBeGreaterThanOrEqual(Math.round(share * 1000 * maxEventAge));
      }
    }));
  });

  test('with a token as age compares by metric math', () => {
    expect(stack.resolve(backlogThreshold(0.5, limits(parameter, 1), 3))).toEqual({
      condition: { 'Fn::Join': ['', ['(value >= 66000) AND (value >= 500 * ', { Ref: 'Age' }, ')']] },
    });
  });

  test('with a token as number of retries expects the most', () => {
    expect(backlogThreshold(0.5, limits(300, parameter), 3)).toBe(189_000);
  });

  test('with a token as timeout compares by metric math', () => {
    expect(stack.resolve(backlogThreshold(0.5, limits(3600, 2), parameter))).toEqual({
      condition: { 'Fn::Join': ['', ['(value >= 1800000) AND (value >= 180000 + 3000 * ', { Ref: 'Age' }, ')']] },
    });
  });
});
