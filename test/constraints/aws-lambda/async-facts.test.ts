import * as facts from '../../../lib/constraints/aws-lambda/async-facts';

test('the sentences have the numbers that the simulator plays', () => {
  expect(facts.RETRY_WAITS.fact).toBe('Lambda waits 60 and then 120 seconds between the attempts of a failed event.');
  expect(facts.THROTTLES_BACK_OFF.fact).toBe('After throttles and system errors, Lambda waits 1 second at first and at most 300 seconds, until the event is too old.');
  expect(facts.LOOPS_ARE_STOPPED.fact).toBe('Lambda stops a function that invokes itself after 16 invocations in one chain of requests.');
});
