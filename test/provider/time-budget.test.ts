import { SERVICE_TIMEOUT } from '../../lib/constraints/aws-lambda/custom-resource';
import { TIMEOUT } from '../../lib/constraints/aws-lambda/function';
import { HANDLER_TIME } from '../../lib/contract/handler-time';
import { HANDLER_TIMEOUT, LONGEST_WAIT, PREPARATION, runsFor, waitFor } from '../../lib/provider/time-budget';

test('a run has time for the longest wait and for its answer', () => {
  expect(HANDLER_TIMEOUT).toBe(TIMEOUT.max);
  expect(LONGEST_WAIT + HANDLER_TIME.invocation + HANDLER_TIME.report + HANDLER_TIME.answer + HANDLER_TIME.spare).toBe(HANDLER_TIMEOUT);
});

test('CloudFormation waits for the preparation and the longest wait', () => {
  expect(PREPARATION).toBeGreaterThan(HANDLER_TIMEOUT - LONGEST_WAIT + HANDLER_TIME.retries);
  expect(PREPARATION + LONGEST_WAIT).toBeLessThan(SERVICE_TIMEOUT.max);
});

test.each([
  [1, 1, 960],
  [439, 1, 960],
  [440, 2, 1920],
  [859, 2, 1920],
  [1339, 2, 1920],
  [1340, 3, 2880],
])('work of %i s takes up to %i runs, and CloudFormation waits %i s: each run may begin a minute late', (work, runs, wait) => {
  expect(runsFor(work)).toBe(runs);
  expect(waitFor(work)).toBe(wait);
});

test('CloudFormation waits at most its own maximum', () => {
  expect(waitFor(SERVICE_TIMEOUT.max)).toBe(SERVICE_TIMEOUT.max);
});
