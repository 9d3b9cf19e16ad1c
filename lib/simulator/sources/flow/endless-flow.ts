import type { Cause } from './cause';
import { spoken } from './station';
import { EndlessChainError } from '../../events/endless-chain-error';

/** Steps of one flow after which the simulator calls it endless. */
const ENDLESS = 1_000;

/**
 * Refuses a flow that goes round in a circle.
 *
 * @throws EndlessChainError that names the circle
 */
export function checkEnds(cause: Cause | undefined): void {
  if (cause !== undefined && cause.depth >= ENDLESS) {
    throw new EndlessChainError(
      `An event went through ${ENDLESS} steps and would go on forever: ${circleOf(cause).join(' -> ')}. `
      + 'Lambda does not detect this loop. Break it: change a rule, a destination, or what a function sends.',
    );
  }
}

/** The places from the last one back to where it occurred before. */
function circleOf(last: Cause): string[] {
  const names: string[] = [];
  for (let cause: Cause | undefined = last; cause; cause = cause.cause) {
    const name = spoken(cause.station);
    if (name === names.at(-1)) {
      continue;
    }
    if (name === names[0]) {
      return [name, ...names.reverse()];
    }
    names.push(name);
  }
  return names.reverse();
}
