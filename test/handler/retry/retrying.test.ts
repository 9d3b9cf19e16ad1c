import { LambdaClient, PutFunctionEventInvokeConfigCommand } from '@aws-sdk/client-lambda';
import type { Call } from '../../../lib/handler/retry/retrying';
import { retrying } from '../../../lib/handler/retry/retrying';
import { lambdaError } from '../loopback/lambda-answers';
import { serverForEachTest } from '../loopback/server-for-each-test';
import { TestDeployment } from '../test-deployment';

const THROTTLED = lambdaError(429, 'TooManyRequestsException', 'Rate Exceeded.');
const DENIED = lambdaError(403, 'AccessDeniedException', 'not authorized');
const DONE = { body: { MaximumRetryAttempts: 1 } };

const lambda = serverForEachTest('LAMBDA');
let deployment: TestDeployment;

beforeEach(() => {
  deployment = new TestDeployment();
});

/** Puts with the real client, and says how it ended. */
async function put(call: Partial<Call> = {}): Promise<unknown> {
  const client = new LambdaClient({ maxAttempts: 1, requestHandler: { requestTimeout: 500, throwOnRequestTimeout: true } });
  const command = new PutFunctionEventInvokeConfigCommand({ FunctionName: 'f', MaximumRetryAttempts: 1 });
  return retrying({ name: 'Put', repeatable: true, random: () => 0.5, ...call }, () => client.send(command), deployment)
    .then(({ MaximumRetryAttempts }) => MaximumRetryAttempts, error => error);
}

test('what succeeds is sent once', async () => {
  lambda().script([DONE]);
  expect(await put()).toBe(1);
  expect(lambda().requests).toHaveLength(1);
  expect(deployment.elapsed).toBe(0);
});

test('what passes by itself is sent again, with growing waits', async () => {
  lambda().script([THROTTLED, THROTTLED, lambdaError(500, 'ServiceException'), DONE]);
  expect(await put()).toBe(1);
  expect(deployment.clock.sleeps).toEqual([250, 500, 1000]);
});

test('logs each retry, without the message of the service', async () => {
  lambda().script([THROTTLED, DONE]);
  await put();
  expect(deployment.lines).toEqual([
    { step: 'retry', facts: { call: 'Put', error: 'TooManyRequestsException', class: 'wait', failures: 1, milliseconds: 250 } },
  ]);
});

test('what never passes is sent once, and thrown as it is', async () => {
  lambda().script([lambdaError(502, 'KMSDisabledException', 'disabled')]);
  expect(await put()).toMatchObject({ name: 'KMSDisabledException', message: 'disabled' });
  expect(lambda().requests).toHaveLength(1);
});

test('what never passes is thrown as it is after others have passed, so that it can be recognized', async () => {
  lambda().script([THROTTLED, lambdaError(404, 'ResourceNotFoundException', "The function doesn't exist.")]);
  expect(await put()).toMatchObject({ name: 'ResourceNotFoundException' });
});

describe('Retry-After', () => {
  test('is kept to', async () => {
    lambda().script([lambdaError(429, 'TooManyRequestsException', 'Rate Exceeded.', { 'Retry-After': '17' }), DONE]);
    expect(await put()).toBe(1);
    expect(deployment.clock.sleeps).toEqual([17_000]);
  });

  test.each(['0', 'Wed, 31 Dec 2025 00:00:00 GMT'])('does not shorten the back-off: %s', async header => {
    const asks = lambdaError(429, 'TooManyRequestsException', 'Rate Exceeded.', { 'Retry-After': header });
    lambda().script([asks, asks, DONE]);
    expect(await put()).toBe(1);
    expect(deployment.clock.sleeps).toEqual([250, 500]);
  });

  test('that is longer than the budget gets our longest delay, and does not end the retries', async () => {
    lambda().script([lambdaError(429, 'TooManyRequestsException', 'Rate Exceeded.', { 'Retry-After': '999999' }), DONE]);
    expect(await put()).toBe(1);
    expect(deployment.clock.sleeps).toEqual([10_000]);
  });

  test('does not make a call wait beyond its budget', async () => {
    lambda().script(() => lambdaError(429, 'TooManyRequestsException', 'Rate Exceeded.', { 'Retry-After': '999999' }));
    expect(await put()).toMatchObject({ name: 'Impatience' });
    expect(deployment.elapsed).toBe(300_000);
  });
});

describe('a permission that has just been given', () => {
  test('may take 90 seconds', async () => {
    lambda().script(() => deployment.elapsed < 90_000 ? DENIED : DONE);
    expect(await put()).toBe(1);
    expect(deployment.elapsed).toBeLessThan(100_000);
  });

  test('gets two minutes, to the last second', async () => {
    lambda().script(() => deployment.elapsed < 120_000 ? DENIED : DONE);
    expect(await put()).toBe(1);
    expect(deployment.elapsed).toBe(120_000);
  });

  test('gets no more', async () => {
    lambda().script(() => DENIED);
    const error = await put();
    expect(error).toMatchObject({
      name: 'Impatience',
      message: `Put failed ${lambda().requests.length} times within 120 s, at last with AccessDeniedException: not authorized`,
      cause: { name: 'AccessDeniedException' },
    });
    expect(deployment.elapsed).toBe(120_000);
  });

  test('may have a smaller budget', async () => {
    lambda().script([DENIED]);
    expect(await put({ budgets: { grant: 0 } })).toMatchObject({ name: 'AccessDeniedException' });
    expect(lambda().requests).toHaveLength(1);
  });

  test('gets its two minutes also after other troubles', async () => {
    lambda().script(() => deployment.elapsed < 100_000 ? THROTTLED : deployment.elapsed < 210_000 ? DENIED : DONE);
    expect(await put()).toBe(1);
  });
});

test.each([
  ['EFSIOException', 410, 30],
  ['TooManyRequestsException', 429, 300],
  ['SnapStartRegenerationFailureException', 409, 600],
])('%s, %i, is borne with for %i s', async (name, status, seconds) => {
  lambda().script(() => lambdaError(status, name));
  expect(await put()).toMatchObject({ name: 'Impatience', cause: { name } });
  expect(deployment.elapsed).toBe(seconds * 1000);
});

describe('an unanswered request', () => {
  test.each(['reset', 'never'] as const)('it is sent again if that does no harm: %s', async silence => {
    lambda().script([silence, DONE]);
    expect(await put()).toBe(1);
    expect(lambda().requests).toHaveLength(2);
  });

  test.each(['reset', 'never'] as const)('it is never sent again otherwise: %s', async silence => {
    lambda().script([silence, DONE]);
    expect(await put({ repeatable: false })).toMatchObject({ name: 'TimeoutError' });
    expect(lambda().requests).toHaveLength(1);
  });
});

test('no attempt is begun when the answer is due', async () => {
  deployment = new TestDeployment(20_000);
  lambda().script(() => THROTTLED);
  expect(await put()).toMatchObject({ name: 'Impatience' });
  expect(deployment.remaining()).toBeGreaterThan(0);
});

test.each([
  [250, 0],
  [251, 1],
])('with %i ms left, a wait of 250 ms is begun %i times: there has to be time after it', async (time, waits) => {
  deployment = new TestDeployment(time);
  lambda().script([THROTTLED, DONE]);
  await put();
  expect(deployment.clock.sleeps).toHaveLength(waits);
});

test('waits are drawn by lot', async () => {
  lambda().script([THROTTLED, THROTTLED, DONE]);
  await put({ random: undefined });
  const [first, second] = deployment.clock.sleeps;
  expect(first).toBeLessThan(500);
  expect(second).toBeLessThan(1000);
});
