import type { Deployment } from '../resource';

const SECOND = 1000;

/** Longest time for a service to return the new config, in milliseconds. Lambda has always returned it at once. */
const READ_BACK_BUDGET = 30 * SECOND;
const READ_BACK_INTERVAL = 1 * SECOND;

/**
 * Reads a config until the service returns it as it was put.
 *
 * @param differing names of the settings that differ; empty if the config is as it was put
 * @throws Error if the service returns another config
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
      const difference = stored ? `another one: ${wrong.join(', ')} ${wrong.length === 1 ? 'differs' : 'differ'}` : 'none';
      throw new Error(`${service} accepted the config but returns ${difference}. Stop whatever else configures this function.`);
    }
    await clock.sleep(READ_BACK_INTERVAL);
  }
}
