import { Arrival } from './arrival';
import { excess } from './message-size';
import { recordText } from './record-text';
import { brokenRule } from '../../constraints/aws-lambda/destination-admission';
import type { DeployedApp } from '../deployment/deployed-app';
import type { SimulatedEvent } from '../events/simulated-event';
import type { DeliveryRole } from '../events/step';
import { shown } from '../handles';
import type { Random } from '../random';
import type { InvocationRequest, SimulatedFunction, SimulatedStore } from '../state';

/** Passes the record of an event to a function. */
type Forward = (request: InvocationRequest, parent: SimulatedEvent) => void;

/** Delivers the records of ended events to destinations, and failed events to dead-letter queues. */
export class Deliveries {
  private readonly arrivals = new Map<string, Arrival[]>();

  constructor(
    private readonly app: DeployedApp,
    private readonly random: Random,
    private readonly forward: Forward,

    /** Tells the service at which a record or dead letter has arrived. */
    private readonly tell: (arrival: Arrival) => void,
  ) {}

  /** Everything that arrived at a store or function, by its ARN without a qualifier. */
  at(arn: string): readonly Arrival[] {
    return this.arrivals.get(arn) ?? [];
  }

  clear(): void {
    this.arrivals.clear();
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
    const place = this.placeOf(arn);
    const to = place.store ? `${place.store.kind} \`${shown(place.store)}\`` : place.function ? `function \`${shown(place.function.settings)}\`` : `\`${arn}\``;
    const problem = this.problem(event, role, arn, place, now);
    if (problem !== undefined && problem.reason !== undefined) {
      event.lastStep = { kind: 'not-sent', role, to, reason: problem.reason, at: now, previous: event.lastStep };
      const metric = role === 'dead-letter' ? 'DeadLetterErrors' : 'DestinationDeliveryFailures';
      event.runner.metrics[metric] += 1;
      event.runner.watched?.(metric, 1, event.qualifier);
      return;
    }
    const destination = place.store ?? place.function!;
    event.lastStep = { kind: 'sent', role, to, arn: destination.arn, note: problem?.note, at: now, previous: event.lastStep };
    const arrival = new Arrival(event, role, now, destination, this.random, problem?.note === undefined);
    const arrived = this.arrivals.get(destination.arn);
    if (arrived) {
      arrived.push(arrival);
    } else {
      this.arrivals.set(destination.arn, [arrival]);
    }
    if (place.store) {
      this.tell(arrival);
    } else if (place.function) {
      this.forward({ function: place.function, qualifier: place.qualifier, payload: recordText(event, now, this.random) }, event);
    }
  }

  private placeOf(arn: string): Place {
    const found = this.app.stores.get(arn);
    if (found) {
      return { store: found };
    }
    const [, , service, region, account, , name, qualifier] = arn.split(':');
    return service === 'lambda' ? { function: this.app.functions.find(name, { account, region }), qualifier } : {};
  }

  private problem(event: SimulatedEvent, role: DeliveryRole, arn: string, place: Place, now: number): { reason?: string; note?: string } | undefined {
    const { function: fn } = event.runner;
    const { store } = place;
    if (!store && !place.function) {
      return { reason: 'the destination does not exist' };
    }
    if (place.function && place.qualifier !== undefined && !place.function.has(place.qualifier)) {
      return { reason: 'it has no such version or alias' };
    }
    if (event.isRecursive && !store) {
      return { reason: 'it is unknown what Lambda sends about an event in a recursive loop' };
    }
    const kind = store?.kind ?? 'function';
    const refusal = brokenRule({ kind, fifo: store?.fifo }, role === 'on-success' ? 'onSuccess' : 'onFailure');
    if (refusal) {
      return { reason: refusal.consequence };
    }
    // Only admission lists the bucket.
    const missing = this.app.permissions.missingActions(fn, kind, arn).filter(action => action !== 's3:ListBucket');
    const missingForKey = missing.length > 0 ? [] : this.app.permissions.missingKeyActions(fn, kind, arn);
    if (missing.length + missingForKey.length > 0) {
      return { reason: `the role of \`${fn.settings.logicalId}\` lacks ${[...missing, ...missingForKey].join(' and ')}${missing.length > 0 ? '' : ' on its key'}` };
    }
    const over = excess(event, role, store ?? { kind }, now, this.random);
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

interface Place {
  readonly store?: SimulatedStore;
  readonly function?: SimulatedFunction;
  readonly qualifier?: string;
}
