import type { SimulatedEvent } from './simulated-event';
import { DELIVERED, type EventStep } from './step';
import { dueAt } from './waits';
import { spelled } from '../time/span';

/**
 * The story of an event: one line for each step, with the time since the acceptance.
 *
 * @param since the time from which the story counts, in milliseconds since 1970
 */
export function story(event: SimulatedEvent, since = event.acceptedAt): string[] {
  const line = (at: number, text: string) => `${spelled(at - since)}  ${text}`;
  let attempts = 0;
  const told = event.steps().map(step => {
    if (step.kind === 'succeeded' || step.kind === 'failed' || step.kind === 'timed-out' || step.kind === 'gone') {
      attempts += 1;
    }
    return line(step.at, sentence(event, step, attempts));
  });
  return [line(event.acceptedAt, 'accepted'), ...told, ...event.hasEnded ? [] : [line(dueAt(event), WAITING[event.phase] ?? '')]];
}

const WAITING: Readonly<Record<string, string>> = {
  'attempt': 'next attempt (the clock has not reached it)',
  'end-of-run': 'end of the run (the clock has not reached it)',
  'end-of-age': 'given up as too old (the clock has not reached it)',
};

function sentence(event: SimulatedEvent, step: EventStep, attempt: number): string {
  switch (step.kind) {
    case 'succeeded': return `attempt ${attempt} succeeded (version ${step.version})`;
    case 'failed': return `attempt ${attempt} failed: ${step.errorType ?? 'an error without a type'} (version ${step.version})`;
    case 'timed-out': return `attempt ${attempt} timed out (version ${step.version})`;
    case 'throttled': return 'throttled';
    case 'system-error': return 'system error';
    case 'gone': return `attempt ${attempt} found no function, version or alias`;
    case 'given-up': return givenUp(event);
    case 'sent': return `${DELIVERED[step.role]} to ${step.to}${step.note === undefined ? '' : `, ${step.note}`}`;
    case 'not-sent': return `${DELIVERED[step.role]} lost, ${step.to}: ${step.reason}`;
  }
}

function givenUp({ isRecursive, condition, config, runner: { function: { deadLetterQueue } } }: SimulatedEvent): string {
  const kept = config?.onFailure !== undefined || deadLetterQueue !== undefined;
  return `given up: ${isRecursive ? 'Lambda detected a recursive loop' : condition}${kept ? '' : ', with neither record nor dead letter'}`;
}
