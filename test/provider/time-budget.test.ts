import { SERVICE_TIMEOUT } from '../../lib/constraints/aws-lambda/custom-resource';
import { TIMEOUT } from '../../lib/constraints/aws-lambda/function';
import { ANSWER_MARGIN, HANDLER_TIMEOUT, LONGEST_WAIT, PREPARATION } from '../../lib/provider/time-budget';

test('a run of the handler has time for the longest wait and for its answer', () => {
  expect(HANDLER_TIMEOUT).toBe(TIMEOUT.max);
  expect(LONGEST_WAIT + ANSWER_MARGIN).toBe(HANDLER_TIMEOUT);
});

test('CloudFormation waits for the longest wait and all that comes before', () => {
  expect(PREPARATION + LONGEST_WAIT).toBeLessThan(SERVICE_TIMEOUT.max);
});
