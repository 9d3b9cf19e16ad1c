import { SERVICE_TIMEOUT } from '../../lib/constraints/aws-lambda/custom-resource';
import { TIMEOUT } from '../../lib/constraints/aws-lambda/function';
import { HANDLER_TIME } from '../../lib/contract/handler-time';
import { HANDLER_TIMEOUT, LONGEST_RUN, LONGEST_WAIT, OVERHEAD, PREPARATION } from '../../lib/provider/time-budget';

test('a run of the handler has time for the longest wait and for its answer', () => {
  expect(HANDLER_TIMEOUT).toBe(TIMEOUT.max);
  expect(LONGEST_WAIT + OVERHEAD).toBe(HANDLER_TIMEOUT);
});

test('CloudFormation waits for the longest wait and all that comes before', () => {
  expect(PREPARATION).toBeGreaterThan(OVERHEAD + HANDLER_TIME.retries);
  expect(PREPARATION + LONGEST_WAIT).toBeLessThan(SERVICE_TIMEOUT.max);
});

test('CloudFormation waits for a whole run of the handler, which may have had to wait itself', () => {
  expect(LONGEST_RUN).toBeGreaterThan(HANDLER_TIMEOUT);
  expect(LONGEST_RUN).toBeLessThan(SERVICE_TIMEOUT.max);
});
