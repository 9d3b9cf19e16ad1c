import { SharedSteps } from '../../../lib/simulator/events/shared-steps';
import type { EventStep, WasSent } from '../../../lib/simulator/events/step';

const EARLIER: EventStep = { kind: 'throttled', at: 0, previous: undefined };

const SENT = { role: 'on-failure', to: 'queue `Failed`', arn: 'arn:failed', note: undefined, at: 1, previous: EARLIER } as const;

const sent = (steps: SharedSteps, { role, to, arn, note, at, previous }: Omit<WasSent, 'kind'>) => steps.sent(role, to, arn, note, at, previous);

/** Makes a step, from one that differs in each member. */
const MAKERS: Record<string, Array<(steps: SharedSteps) => EventStep>> = {
  ran: [
    steps => steps.ran('failed', 1, '7', 'Error', EARLIER),
    steps => steps.ran('timed-out', 1, '7', 'Error', EARLIER),
    steps => steps.ran('failed', 2, '7', 'Error', EARLIER),
    steps => steps.ran('failed', 1, '8', 'Error', EARLIER),
    steps => steps.ran('failed', 1, '7', 'TypeError', EARLIER),
    steps => steps.ran('failed', 1, '7', 'Error', { ...EARLIER }),
  ],
  didNotRun: [
    steps => steps.didNotRun('throttled', 1, EARLIER),
    steps => steps.didNotRun('gone', 1, EARLIER),
    steps => steps.didNotRun('throttled', 2, EARLIER),
    steps => steps.didNotRun('throttled', 1, { ...EARLIER }),
  ],
  givenUp: [steps => steps.givenUp(1, EARLIER), steps => steps.givenUp(2, EARLIER), steps => steps.givenUp(1, { ...EARLIER })],
  sent: [
    steps => sent(steps, SENT),
    ...[{ role: 'dead-letter' as const }, { to: 'queue `Other`' }, { arn: 'arn:other' }, { note: 'cut' }, { at: 2 }, { previous: { ...EARLIER } }]
      .map(other => (steps: SharedSteps) => sent(steps, { ...SENT, ...other })),
  ],
};

test.each(Object.keys(MAKERS))('%s: events that do the same at the same time share a step', type => {
  const [make] = MAKERS[type];
  const steps = new SharedSteps();
  expect(make(steps)).toBe(make(steps));
});

test.each(Object.keys(MAKERS))('%s: a step that differs in any member is a step of its own', type => {
  const [make, ...others] = MAKERS[type];
  for (const other of others) {
    const steps = new SharedSteps();
    const first = make(steps);
    expect(other(steps)).toEqual(other(new SharedSteps()));
    expect(other(steps)).not.toBe(first);
  }
});
