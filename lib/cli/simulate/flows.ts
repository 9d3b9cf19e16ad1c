import type { Flow, Simulator } from '../../simulator';
import { abridged } from '../../simulator/events/abridged';
import { painter } from '../style';

/** The flow of something that was sent or fired. */
export interface ToldFlow {
  readonly startedAt: string;

  /** Whether nothing but functions is part of it. */
  readonly isOnlyFunctions: boolean;

  /** The steps in words. */
  readonly timeline: readonly string[];
  readonly ends: ReadonlyArray<{ readonly kind: string; readonly at: string; readonly text: string; readonly after: number }>;
}

/** All flows of a simulation. */
export function flowsOf({ flows }: Simulator): ToldFlow[] {
  return flows.map(flow => ({
    startedAt: flow.startedAt.toISOString(),
    isOnlyFunctions: flow.stations.every(({ kind }) => kind === 'function'),
    timeline: flow.timeline,
    ends: flow.ends.map(({ kind, at, text, time }) => ({ kind, at, text, after: (time.getTime() - flow.startedAt.getTime()) / 1000 })),
  }));
}

/** Whether something in a flow is gone, and nothing has kept it. */
export function losesSomething({ ends }: Pick<Flow, 'ends'> | ToldFlow): boolean {
  return ends.some(({ kind }) => kind === 'lost');
}

/** The flows as text: what happened, and where everything ended. */
export function flowStories(flows: readonly ToldFlow[], colours: boolean): string[] {
  const paint = painter(colours);
  return flows.map(({ startedAt, timeline, ends }) => [
    paint('grey', startedAt),
    ...abridged(timeline).map(line => `  ${line}`),
    ...ends.map(({ kind, text }) => `  ${paint(kind === 'lost' ? 'red' : 'bold', kind)}: ${text}`),
  ].join('\n'));
}
