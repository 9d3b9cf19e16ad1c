import { readBack } from '../../../lib/handler/config/read-back';
import { TestDeployment } from '../test-deployment';

const SECOND = 1000;

let deployment: TestDeployment;

beforeEach(() => {
  deployment = new TestDeployment();
});

/** Reads what is there after each second; the last stays. */
function read(...stored: (string | undefined)[]): Promise<string> {
  return readBack('Lambda', async () => stored.length > 1 ? stored.shift() : stored[0], text => text === 'ours' ? [] : ['OnFailure', 'OnSuccess'], deployment);
}

test('does not wait if the config is there', async () => {
  await expect(read('ours')).resolves.toBe('ours');
  expect(deployment.elapsed).toBe(0);
});

test('what comes later is waited for, second by second', async () => {
  await expect(read(undefined, 'theirs', 'ours')).resolves.toBe('ours');
  expect(deployment.clock.sleeps).toEqual([SECOND, SECOND]);
});

test('what comes in the thirtieth second is still in time', async () => {
  await expect(read(...Array<string>(30).fill('theirs'), 'ours')).resolves.toBe('ours');
  expect(deployment.elapsed).toBe(30 * SECOND);
});

test('fails after half a minute, and names the settings that differ', async () => {
  await expect(read('theirs')).rejects.toThrow(new Error(
    'Lambda accepted the config but returns another one: OnFailure, OnSuccess differ. Stop whatever else configures this function.'));
  expect(deployment.elapsed).toBe(30 * SECOND);
});

test('nothing at all differs in nothing', async () => {
  await expect(read(undefined)).rejects.toThrow(new Error(
    'Lambda accepted the config but returns none. Stop whatever else configures this function.'));
});

test('there is time left to answer', async () => {
  deployment = new TestDeployment(3 * SECOND);
  await expect(read('theirs')).rejects.toThrow('returns another one');
  expect(deployment.elapsed).toBe(2 * SECOND);
});
