import { Actions } from './actions';
import { Clients } from './clients';
import type { Settings } from './settings';
import { REPLAY_ACTION, type ReplayRequest } from '../../contract/replay';
import type { Clock } from '../run/clock';

/** Parts that the worker is made of. */
export interface Handling {
  readonly settings: () => Settings;
  readonly clock: Clock;

  /** Writes a line of the log. */
  readonly write: (line: string) => void;
}

/** Part of the Lambda context that the worker uses. */
export interface Context {
  getRemainingTimeInMillis(): number;
}

/** Members of a request that the log has. */
const LOGGED = ['action', 'execution', 'plan', 'run', 'source', 'worker'];

/** Makes the function that Lambda calls. The log has one line for each run: names and numbers, nothing of an event. */
export function handling({ settings, clock, write }: Handling): (request: ReplayRequest, context: Context) => Promise<object> {
  return async (request, context) => {
    const { action } = request;
    if (!Object.values(REPLAY_ACTION).includes(action)) {
      throw new Error(`\`action\` must be one of ${Object.values(REPLAY_ACTION).join(', ')}, got: ${JSON.stringify(action)}`);
    }
    const log = (line: object) => write(JSON.stringify(line));
    const begun = clock.now();
    const clients = new Clients();
    const names = Object.fromEntries(Object.entries(request).filter(([name]) => LOGGED.includes(name)));
    try {
      const remaining = () => context.getRemainingTimeInMillis();
      const result = await new Actions({ settings: settings(), clients, clock, remaining, log }).perform(request);
      const numbers = Object.fromEntries(Object.entries(result).filter(([, value]) => ['number', 'boolean'].includes(typeof value)));
      log({ ...names, milliseconds: clock.now() - begun, ...numbers });
      return result;
    } catch (error) {
      log({ ...names, milliseconds: clock.now() - begun, error: (error as Error).name });
      throw error;
    } finally {
      clients.destroy();
    }
  };
}
