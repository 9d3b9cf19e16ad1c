import type { Work } from './work';
import type { ReplayInput } from '../../contract/replay';
import { REPLAY_LAYOUT } from '../../contract/replay-layout';

/** What the first state of a plan notes for the others. */
export interface PlanRequest {
  readonly input: ReplayInput;

  /** Time of the plan in milliseconds: ages are counted from it. */
  readonly now: number;
}

/** The request of a plan. */
export async function planRequest(work: Work, plan: string): Promise<PlanRequest> {
  const text = await work.get(REPLAY_LAYOUT.request(plan));
  if (text === undefined) {
    throw new Error(`The work bucket must have the request of the plan ${JSON.stringify(plan)}, got: none. Start the plan with its state machine.`);
  }
  return JSON.parse(text) as PlanRequest;
}
