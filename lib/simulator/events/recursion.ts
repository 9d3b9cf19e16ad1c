import { LONGEST_LOOP } from '../../constraints/aws-lambda/function';
import type { Lineage } from '../lineage';
import { EndlessChainError } from './endless-chain-error';

/** Invocations of one function in one chain after which the simulator calls the chain endless. */
const ENDLESS = 200;

/**
 * Whether Lambda stops an invocation as a recursive loop.
 *
 * @throws EndlessChainError if it does not, and the chain does not end
 */
export function isStopped({ function: fn, generation }: Lineage): boolean {
  if (generation > ENDLESS) {
    throw new EndlessChainError(
      `\`${fn.settings.logicalId}\` was invoked ${ENDLESS} times in one chain that would never end, because its \`RecursiveLoop\` is Allow. Break the circle: change a destination, or what the function invokes.`,
    );
  }
  return generation > LONGEST_LOOP && fn.settings.recursiveLoop !== 'Allow';
}
