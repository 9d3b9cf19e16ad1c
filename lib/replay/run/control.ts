import type { ControlItem, Ledger } from './ledger';

/**
 * What the ledger knows of a run.
 *
 * @throws Error if it does not know the run
 */
export async function controlOf(run: string, ledger: Pick<Ledger, 'control'>): Promise<ControlItem> {
  const control = await ledger.control(run);
  if (!control) {
    throw new Error(`The ledger must have a control item for the run ${JSON.stringify(run)}, got: none. A run starts with its state machine, and the ledger forgets it after some time.`);
  }
  return control;
}
