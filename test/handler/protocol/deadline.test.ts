import { Deadline, OutOfTime } from '../../../lib/handler/protocol/deadline';
import { TestClock } from '../test-clock';

const SECOND = 1000;

let clock: TestClock;

beforeEach(() => {
  clock = new TestClock();
});

test.each([
  [900, 899, 879],
  [41, 40, 20],
  [40, 39, 19.5],
  [11, 10, 5],
  [1, 0, 0],
])('a run of %i s has %f s until its answer is delivered, and %f s until it is begun', (time, left, remaining) => {
  const deadline = new Deadline(clock, time * SECOND);

  expect([deadline.left(), deadline.remaining()]).toEqual([left * SECOND, remaining * SECOND]);
});

test('both run down', () => {
  const deadline = new Deadline(clock, 61 * SECOND);
  clock.advance(50 * SECOND);

  expect([deadline.left(), deadline.remaining()]).toEqual([10 * SECOND, -10 * SECOND]);
});

describe('work', () => {
  test('that is done in time gives its result, and leaves no alarm', async () => {
    await expect(new Deadline(clock, 61 * SECOND).meet(Promise.resolve('done'))).resolves.toBe('done');
    expect(clock.pending).toBe(0);
  });

  test('that fails in time fails, and leaves no alarm', async () => {
    await expect(new Deadline(clock, 61 * SECOND).meet(Promise.reject(new Error('no')))).rejects.toThrow(new Error('no'));
    expect(clock.pending).toBe(0);
  });

  test('is given up when the answer has to be begun, not before', async () => {
    const ended = jest.fn();
    const meeting = new Deadline(clock, 61 * SECOND).meet(new Promise(() => {})).catch(ended);
    await clock.sleep(40 * SECOND - 1);
    expect(ended).not.toHaveBeenCalled();

    await clock.sleep(1);
    await meeting;
    expect(ended).toHaveBeenCalledWith(new OutOfTime());
  });

  test('that begins too late is given up at once', async () => {
    const deadline = new Deadline(clock, 61 * SECOND);
    clock.advance(50 * SECOND);

    await expect(deadline.meet(new Promise(() => {}))).rejects.toThrow(
      new Error('The handler ran out of time before it was done. What it had begun may have taken effect.'));
  });
});
