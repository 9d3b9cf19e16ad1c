import type { SimulatedEvent } from './simulated-event';
import type { DeliveryRole, EventStep } from './step';
import { spelled } from '../time/span';

const ROLES: Readonly<Record<DeliveryRole, string>> = { 'on-success': 'record of the success', 'on-failure': 'record of the failure', 'dead-letter': 'dead letter' };

/** What happened to an event, a line for each step, with the time since it was accepted. */
export function story(event: SimulatedEvent): string[] {
  const line = (at: number, text: string) => `${spelled(at - event.acceptedAt)}  ${text}`;
  let attempts = 0;
  const told = event.steps().map(step => {
    if (step.kind === 'succeeded' || step.kind === 'failed' || step.kind === 'timed-out' || step.kind === 'gone') attempts += 1;
    return line(step.at, sentence(event, step, attempts));
  });
  return [line(event.acceptedAt, 'accepted'), ...told, ...event.hasEnded ? [] : [line(event.dueAt, WAITING[event.phase] ?? '')]];
}

const WAITING: Readonly<Record<string, string>> = {
  'attempt': 'to be tried (the clock has not come there yet)',
  'end-of-run': 'to end its run (the clock has not come there yet)',
  'end-of-age': 'to be given up as too old (the clock has not come there yet)',
};

function sentence(event: SimulatedEvent, step: EventStep, attempt: number): string {
  switch (step.kind) {
    case 'succeeded': return `attempt ${attempt} succeeded (version ${step.version})`;
    case 'failed': return `attempt ${attempt} failed: ${step.errorType} (version ${step.version})`;
    case 'timed-out': return `attempt ${attempt} timed out (version ${step.version})`;
    case 'throttled': return 'throttled';
    case 'system-error': return 'system error';
    case 'gone': return `attempt ${attempt} found no function, version or alias`;
    case 'given-up': return givenUp(event);
    case 'sent': return `${ROLES[step.role]} to ${step.to}${step.note === undefined ? '' : `, ${step.note}`}`;
    case 'not-sent': return `${ROLES[step.role]} lost, ${step.to}: ${step.reason}`;
  }
}

function givenUp({ isRecursive, condition, config, runner: { function: { deadLetterQueue } } }: SimulatedEvent): string {
  const kept = config?.onFailure !== undefined || deadLetterQueue !== undefined;
  return `given up: ${isRecursive ? 'its chain runs in circles' : condition}${kept ? '' : ', and nobody is told'}`;
}
