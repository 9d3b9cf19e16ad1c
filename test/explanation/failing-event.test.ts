import { failingEvent } from '../../lib/explanation/failing-event';

describe('an event that fails at once', () => {
  test.each<[number, number, number[], string]>([
    [0, 60, [0], 'RetriesExhausted'],
    [1, 60, [0], 'EventAgeExceeded'],
    [1, 61, [0, 60], 'RetriesExhausted'],
    [2, 60, [0], 'EventAgeExceeded'],
    [2, 90, [0, 60], 'EventAgeExceeded'],
    [2, 180, [0, 60], 'EventAgeExceeded'],
    [2, 181, [0, 60, 180], 'RetriesExhausted'],
    [2, 21600, [0, 60, 180], 'RetriesExhausted'],
  ])('with %d retries within %d seconds is attempted at %p: %s', (retries, age, starts, condition) => {
    const life = failingEvent(retries, age, 0);

    expect(life.attempts.map(({ at }) => at)).toEqual(starts);
    expect(life).toMatchObject({ condition, endsAt: starts.at(-1) });
  });
});

describe('an event that times out after 30 seconds', () => {
  test.each<[number, number, number[], string]>([
    [0, 60, [0], 'RetriesExhausted'],
    [1, 89, [0], 'EventAgeExceeded'],
    [1, 90, [0, 90], 'RetriesExhausted'],
    [2, 239, [0, 90], 'EventAgeExceeded'],
    [2, 240, [0, 90, 240], 'RetriesExhausted'],
  ])('with %d retries within %d seconds is attempted at %p: %s', (retries, age, starts, condition) => {
    const life = failingEvent(retries, age, 30);

    expect(life.attempts.map(({ at, failsAt }) => [at, failsAt])).toEqual(starts.map(at => [at, at + 30]));
    expect(life).toMatchObject({ condition, endsAt: starts.at(-1)! + 30 });
  });
});

test('waits one minute, then two, and not after the last attempt', () => {
  expect(failingEvent(2, 21600, 5).attempts.map(({ wait }) => wait)).toEqual([60, 120, undefined]);
});
