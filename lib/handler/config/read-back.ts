import type { Deployment } from '../resource';

const SECOND = 1000;

/** How long a service may go on telling the config before: Lambda was never seen to, but reading is cheaper than believing. */
const READ_BACK_BUDGET = 30 * SECOND;
const READ_BACK_INTERVAL = 1 * SECOND;

/**
 * Reads a config until it is as it was put.
 *
 * @param differing the settings that are not; none when the config is there, and as wanted
 * @throws Error when something else stays there
 */
export async function readBack<T>(
  service: string,
  read: () => Promise<T | undefined>,
  differing: (stored: T) => string[],
  deployment: Deployment,
): Promise<T> {
  const { clock } = deployment;
  const end = clock.now() + READ_BACK_BUDGET;
  for (;;) {
    const stored = await read();
    const wrong = stored ? differing(stored) : [];
    if (stored && wrong.length === 0) {
      return stored;
    }
    if (clock.now() >= end || deployment.remaining() <= READ_BACK_INTERVAL) {
      const difference = stored ? `: ${wrong.join(', ')} differ` : '';
      throw new Error(`${service} took the config, but does not have it${difference}. Whatever else configures this function has to stop.`);
    }
    await clock.sleep(READ_BACK_INTERVAL);
  }
}
