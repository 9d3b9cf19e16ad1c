import type { Arrival } from './arrival';
import { Arrivals } from './arrivals';
import { LackingPermissions } from './lacking-permissions';
import { excess } from './message-size';
import { Places, type Place } from './places';
import { recordText } from './record-text';
import type { DeployedApp } from '../deployment/deployed-app';
import type { SharedSteps } from '../events/shared-steps';
import type { SimulatedEvent } from '../events/simulated-event';
import type { DeliveryRole } from '../events/step';
import type { Random } from '../random';
import { SimulatedFunction, type InvocationRequest } from '../state';

/** Passes the record of an event to a function. */
type Forward = (request: InvocationRequest, parent: SimulatedEvent) => void;

/** The services at which records and dead letters arrive. */
interface Services {
  /** Whether a service does something with what arrives at an ARN. */
  isWatched(arn: string): boolean;
  take(arrival: Arrival): void;
}

/** Delivers the records of ended events to destinations, and failed events to dead-letter queues. */
export class Deliveries {
  private readonly arrivals = new Map<string, Arrivals>();
  private readonly places: Places;
  private readonly lacking: LackingPermissions;

  constructor(
    app: DeployedApp,
    private readonly random: Random,
    private readonly steps: SharedSteps,
    private readonly forward: Forward,
    private readonly services: Services,
  ) {
    this.places = new Places(app);
    this.lacking = new LackingPermissions(app.permissions);
  }

  /** Everything that arrived at a store or function, by its ARN without a qualifier. */
  at(arn: string): readonly Arrival[] {
    return this.arrivals.get(arn)?.all ?? [];
  }

  /** Empties the lists of stores: without any list, V8 would throw away what it has compiled for them. Those of functions go, because a function may be deployed anew. */
  clear(): void {
    for (const [arn, arrivals] of this.arrivals) {
      arrivals.clear();
      if (arrivals.destination instanceof SimulatedFunction) {
        this.arrivals.delete(arn);
      }
    }
  }

  /** Delivers the record and the dead letter of an event, as its config and function say. */
  send(event: SimulatedEvent, now: number): void {
    const { config, runner: { function: { deadLetterQueue } } } = event;
    const destination = event.hasSucceeded ? config?.onSuccess : config?.onFailure;
    if (destination !== undefined) {
      this.deliver(event, event.hasSucceeded ? 'on-success' : 'on-failure', destination, now);
    }
    if (!event.hasSucceeded && deadLetterQueue !== undefined) {
      this.deliver(event, 'dead-letter', deadLetterQueue, now);
    }
  }

  private deliver(event: SimulatedEvent, role: DeliveryRole, arn: string, now: number): void {
    const place = this.places.at(arn);
    const { to } = place;
    const problem = this.problem(event, role, arn, place, now);
    if (problem !== undefined && problem.reason !== undefined) {
      event.lastStep = { kind: 'not-sent', role, to, reason: problem.reason, at: now, previous: event.lastStep };
      const metric = role === 'dead-letter' ? 'DeadLetterErrors' : 'DestinationDeliveryFailures';
      event.runner.metrics[metric] += 1;
      event.runner.watched?.(metric, 1, event.qualifier);
      return;
    }
    const destination = place.store ?? place.function!;
    const step = this.steps.sent(role, to, destination.arn, problem?.note, now, event.lastStep);
    event.lastStep = step;
    const arrivals = this.arrivals.get(destination.arn) ?? this.open(destination);
    arrivals.add(event, step);
    if (place.store && this.services.isWatched(destination.arn)) {
      this.services.take(arrivals.all.at(-1)!);
    } else if (place.function) {
      this.forward({ function: place.function, qualifier: place.qualifier, payload: recordText(event, now, this.random) }, event);
    }
  }

  private open(destination: Arrival['destination']): Arrivals {
    const opened = new Arrivals(destination, this.random);
    this.arrivals.set(destination.arn, opened);
    return opened;
  }

  private problem(event: SimulatedEvent, role: DeliveryRole, arn: string, place: Place, now: number): { reason?: string; note?: string } | undefined {
    const { kind, store, refusals } = place;
    if (!store && !place.function) {
      return { reason: 'the destination does not exist' };
    }
    if (place.function && place.qualifier !== undefined && !place.function.has(place.qualifier)) {
      return { reason: 'it has no such version or alias' };
    }
    if (event.isRecursive && !store) {
      return { reason: 'it is unknown what Lambda sends about an event in a recursive loop' };
    }
    const reason = refusals[role === 'on-success' ? 'onSuccess' : 'onFailure'] ?? this.lacking.reason(event.runner, kind, arn);
    if (reason !== undefined) {
      return { reason };
    }
    const over = excess(event, role, store ?? place, now, this.random);
    if (!over) {
      return undefined;
    }
    // The API reference contradicts the guide. It is followed here, because it names this case: topics and failures.
    if (kind === 'topic' && role === 'on-failure') {
      return { note: `without its payloads: it would have ${over.size} bytes, and a topic takes at most ${over.limit}` };
    }
    return { reason: `it has ${over.size} bytes, and the ${kind} takes at most ${over.limit}` };
  }
}
