import type { Deployment } from '../resource';

/** Time for one call without an answer, and some with one. */
const TIME_TO_UNDO = 60 * 1000;

/** A run that ends early, so that there is time left to undo what it has done. */
export function endingEarly(deployment: Deployment): Deployment {
  return {
    clock: deployment.clock,
    log: deployment.log,
    remaining: () => deployment.remaining() - TIME_TO_UNDO,
    lambda: target => deployment.lambda(target),
  };
}
