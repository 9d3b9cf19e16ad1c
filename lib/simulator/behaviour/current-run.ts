import type { Run } from './behaviour';
import { AsyncLocalStorage } from '../../doors/call-storage';

/** The run of the handler that is executing. What the handler invokes belongs to its chain. */
export const CURRENT_RUN = new AsyncLocalStorage<Run>();
