import { SERVICE_TIMEOUT } from '../../../lib/constraints/aws-lambda/custom-resource';
import { OUTCOME_TOO_LATE, SYNCHRONOUS_TOO_LONG } from '../../../lib/constraints/aws-lambda/deploy-time';
import { TIMEOUT } from '../../../lib/constraints/aws-lambda/function';
import { broken } from '../../../lib/constraints/rule';

test('what takes longer than the handler lives is told how to go on', () => {
  expect(TIMEOUT.max).toBe(900);
  expect(broken(SYNCHRONOUS_TOO_LONG, 'function', '900 seconds of Stack/Fn')).toBe(
    '`function` must leave the handler, which waits for the function, time to answer within its limit of 900 seconds, got: 900 seconds of Stack/Fn. ' +
    'Lambda stops the handler before it can answer, and the deployment hangs until it times out. ' +
    'Use `invocationType: InvocationType.EVENT` with `awaitOutcome`, or lower the timeout of the function.',
  );
});

test('what takes longer than CloudFormation waits is told what to lower', () => {
  expect(SERVICE_TIMEOUT.max).toBe(3600);
  expect(broken(OUTCOME_TOO_LATE, 'awaitOutcome', 'up to 4000 seconds')).toBe(
    '`awaitOutcome` must be known within the 3600 seconds that CloudFormation waits, got: up to 4000 seconds. ' +
    'The deployment fails while the event can still succeed. ' +
    'Lower `maxEventAge` or `retryAttempts` of the outcome, or the timeout of the function.',
  );
});
