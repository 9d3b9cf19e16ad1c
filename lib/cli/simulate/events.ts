import { JsonText, NotKnownError, type Arrival, type Message, type Outcome, type OutcomeStep, type Simulator } from '../../simulator';

type Sent = Extract<OutcomeStep, { kind: 'sent' | 'not-sent' }>;

/** The story of one event. */
export interface ToldEvent {
  readonly function: string;

  /** Absent for the unqualified function. */
  readonly qualifier?: string;
  readonly requestId: string;
  readonly attempts: number;

  /** Absent if Lambda stopped the event as a recursive loop. */
  readonly condition?: string;
  readonly acceptedAt: string;

  /** The steps after the acceptance. */
  readonly steps: readonly ToldStep[];

  /** The steps in words. */
  readonly timeline: readonly string[];
  readonly deliveries: readonly ToldDelivery[];
}

/** A step in the life of an event, with its time in seconds after the acceptance. */
export type ToldStep = { readonly after: number } & (OutcomeStep extends infer S ? S extends OutcomeStep ? Omit<S, 'at'> : never : never);

/** A record or dead letter, and its destination. */
export interface ToldDelivery {
  readonly kind: Sent['role'];

  /** E.g. "queue `Shop/Failed`". */
  readonly to: string;

  /** Absent if it arrived. */
  readonly lostBecause?: string;

  /** Present if the content of the message is unknown. */
  readonly notKnown?: string;

  /** In the form of the service. */
  readonly message?: Message;

  /** The invocation record in it, exactly as it arrived; absent for a dead letter. */
  readonly record?: JsonText;
}

/** All events of a simulation: the first one, and the records that functions got as events. */
export function eventsOf(sim: Simulator): ToldEvent[] {
  const arrivals = sim.destinations.flatMap(destination => destination.arrivals);
  return sim.outcomes.map(outcome => told(outcome, arrivals.filter(({ requestId }) => requestId === outcome.requestId)));
}

/** Whether an event or its record was lost. */
export function isLost({ condition, deliveries }: ToldEvent): boolean {
  return deliveries.some(({ lostBecause }) => lostBecause !== undefined) || (condition !== 'Success' && deliveries.length === 0);
}

function told(outcome: Outcome, arrivals: readonly Arrival[]): ToldEvent {
  const { requestId, acceptedAt, attempts, condition, timeline, steps } = outcome;
  return {
    function: outcome.functionPath,
    qualifier: outcome.qualifier,
    requestId,
    attempts,
    condition,
    acceptedAt: acceptedAt.toISOString(),
    steps: steps.map(({ at, ...step }) => ({ after: (at - acceptedAt.getTime()) / 1000, ...step })),
    timeline,
    deliveries: steps.flatMap(step => step.kind === 'sent' || step.kind === 'not-sent' ? delivery(step, arrivals) : []),
  };
}

function delivery(step: Sent, arrivals: readonly Arrival[]): ToldDelivery {
  const { role: kind, to } = step;
  if (step.kind === 'not-sent') {
    return { kind, to, lostBecause: step.reason };
  }
  const arrival = arrivals.find(({ role }) => role === kind)!;
  try {
    return { kind, to, message: arrival.message, record: kind === 'dead-letter' ? undefined : new JsonText(arrival.text) };
  } catch (error) {
    if (error instanceof NotKnownError) {
      return { kind, to, notKnown: error.message };
    }
    throw error;
  }
}
