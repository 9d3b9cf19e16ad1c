import { payloadOf, type Scenario, type Trouble } from './scenario';
import { LATEST } from '../../../constraints/aws-lambda/identifiers';
import { fails, hitsSystemError, isThrottled, succeeds, timesOut, type Step } from '../../../simulator/behaviour/steps';
import type { Message } from '../../../simulator/delivery/message';
import type { OutcomeStep } from '../../../simulator/events/outcome';
import { FunctionHandle } from '../../../simulator/function-handle';
import { SimulatedLambda } from '../../../simulator/simulated-lambda';
import type { SimulatedFunction } from '../../../simulator/state';
import { writtenPath, type Topology } from '../../../topology';
import type { AppFunction } from '../model/app';

/** What happened in a scenario, or the reason why it cannot be played. */
export type Played =
  | { readonly events: readonly [PlayedEvent, ...PlayedEvent[]]; readonly alarms: readonly RaisedAlarm[] }
  | { readonly refused: string };

/** An alarm of the app that went into the state `ALARM`. */
export interface RaisedAlarm {
  readonly name: string;

  /** In seconds after the first event was accepted. */
  readonly at: number;
}

/** An event: the first one, or a record that a function got as an event. */
export interface PlayedEvent {
  /** The construct path of the function, or its logical id. */
  readonly function: string;

  /** `Success` and the like; absent if Lambda stopped it as a recursive loop. */
  readonly condition?: string;
  readonly steps: readonly PlayedStep[];
  readonly deliveries: readonly PlayedDelivery[];
}

/** A step of an event, in seconds after the first event was accepted. */
export interface PlayedStep {
  readonly at: number;
  readonly kind: OutcomeStep['kind'] | 'accepted';

  /** A sentence of the simulator, without the time. */
  readonly says: string;
}

/** A record or dead letter. */
export interface PlayedDelivery {
  readonly at: number;
  readonly role: 'on-success' | 'on-failure' | 'dead-letter';

  /** E.g. "queue `Shop/Failed`". */
  readonly to: string;

  /** Absent if it arrived. */
  readonly lostBecause?: string;

  /** In the form of the service, without the text of what was sent if that is not known. */
  readonly message?: Message;
}

/** A place that can be a failure destination. */
export interface PossibleDestination {
  readonly arn: string;
  readonly name: string;
}

const STEPS: Readonly<Record<Trouble, () => Step>> = {
  'error': () => fails('intentional failure'),
  'timeout': timesOut,
  'throttle': isThrottled,
  'system-error': hitsSystemError,
  'none': () => succeeds({ ok: true }),
};

const MINUTE = 60_000;

/** For so long after the end, alarms may still go off: those of queues are some minutes late. */
const UNTIL_ALARMS = { minutes: 15 } as const;

/** Plays scenarios in a simulated copy of an app. The copy is the same before each one. */
export class Stage {
  /** The simulated copy. */
  readonly lambda: SimulatedLambda;
  private last: Promise<unknown> = Promise.resolve();

  constructor(topology: Topology) {
    this.lambda = new SimulatedLambda(topology, { respond: succeeds() });
  }

  /** The stores of the app to which a record of a failure can go. */
  get destinations(): PossibleDestination[] {
    return [...this.lambda.stores]
      .filter(({ fifo, key }) => !fifo && key !== undefined)
      .map(({ arn, kind, path, logicalId, name }) => ({ arn, name: `${kind} ${writtenPath(path) ?? logicalId ?? name}` }));
  }

  /** Settings that the templates do not tell, and that are not played, as sentences. */
  get assumptions(): readonly string[] {
    return this.lambda.app.assumptions;
  }

  /** Plays a scenario to its end, after those that were asked for before. */
  play(fn: AppFunction, scenario: Scenario): Promise<Played> {
    const played = this.last.then(() => this.playNow(fn, scenario));
    this.last = played;
    return played;
  }

  private async playNow(fn: AppFunction, scenario: Scenario): Promise<Played> {
    const { lambda } = this;
    const simulated = lambda.functions.declared(fn.qualified.target.resource ?? '');
    if (!simulated) {
      return { refused: 'The app does not declare this function, so its events cannot be played.' };
    }
    const qualifier = lambda.app.texts.of(fn.qualified.target.qualifier);
    if (fn.qualified.target.qualified && (qualifier === undefined || !simulated.has(qualifier))) {
      return { refused: 'Only the deployment decides which qualifier this is, so its events cannot be played.' };
    }
    // Alarms look at full minutes: each scenario begins with one, so that it always ends the same.
    await lambda.clock.advanceBy({ milliseconds: MINUTE - lambda.now() % MINUTE });
    const undo = this.prepare(simulated, qualifier ?? LATEST, scenario);
    try {
      const handle = new FunctionHandle(lambda.runnerOf(simulated), lambda.programs);
      const trouble = STEPS[scenario.trouble]();
      const first = Array<Step>(Math.max(scenario.times - 1, 0)).fill(trouble);
      handle.respond(trouble, ...first, ...scenario.times === 0 ? [] : [STEPS.none()]);
      const named = fn.qualified.target.qualified ? qualifier : undefined;
      lambda.offer({ function: simulated, qualifier: named, payload: payloadOf(scenario) }, undefined);
      await lambda.clock.settle();
      if (lambda.alarms.alarms.length > 0) {
        await lambda.clock.advanceBy(UNTIL_ALARMS);
      }
      handle.respond(succeeds());
      return this.told();
    } catch (error) {
      return { refused: (error as Error).message };
    } finally {
      undo();
      lambda.reset();
    }
  }

  /** Changes the copy as the scenario says; returns what undoes it. */
  private prepare(fn: SimulatedFunction, qualifier: string, { denied, retries, age, destination }: Scenario): () => void {
    const config = fn.configs.get(qualifier);
    fn.configs.put(qualifier, {
      lastModified: this.lambda.now(),
      ...config,
      ...retries === undefined ? {} : { retryAttempts: retries },
      ...age === undefined ? {} : { maxEventAge: age },
      ...destination === undefined ? {} : { onFailure: destination || undefined },
    });
    if (denied) {
      this.lambda.app.permissions.withdraw(fn);
    }
    return () => {
      this.lambda.app.permissions.restore(fn);
      if (config) {
        fn.configs.put(qualifier, config);
      } else {
        fn.configs.delete(qualifier);
      }
    };
  }

  private told(): Played {
    const { lambda } = this;
    const arrivals = lambda.places.flatMap(({ arn }) => lambda.deliveries.at(arn));
    const outcomes = lambda.outcomes;
    const start = outcomes[0].acceptedAt.getTime();
    const alarms = lambda.alarms.alarms.flatMap(({ settings, history, problem }) => problem ? [] : history
      .filter(({ to }) => to === 'ALARM')
      .map(({ at }) => ({ name: writtenPath(settings.path) ?? settings.logicalId ?? settings.name, at: (at.getTime() - start) / 1000 })));
    const events = outcomes.map((outcome): PlayedEvent => {
      const [accepted, ...timeline] = outcome.timeline.map(line => line.slice(line.indexOf('  ') + 2));
      const after = (at: number) => (at - start) / 1000;
      return {
        function: outcome.functionPath,
        condition: outcome.condition,
        steps: [
          { at: after(outcome.acceptedAt.getTime()), kind: 'accepted' as const, says: accepted },
          ...outcome.steps.map(({ at, kind }, index) => ({ at: after(at), kind, says: timeline[index] })),
        ],
        deliveries: outcome.steps.flatMap(step => {
          if (step.kind !== 'sent' && step.kind !== 'not-sent') {
            return [];
          }
          const { role, to } = step;
          const arrival = step.kind === 'sent' ? arrivals.find(arrived => arrived.requestId === outcome.requestId && arrived.role === role) : undefined;
          return [{ at: after(step.at), role, to, lostBecause: step.kind === 'not-sent' ? step.reason : undefined, message: arrival && messageOf(arrival) }];
        }),
      };
    });
    return { events: events as [PlayedEvent, ...PlayedEvent[]], alarms: alarms.sort((a, b) => a.at - b.at) };
  }
}

/** The message of an arrival; undefined if it is not known what Lambda writes. */
function messageOf(arrival: { readonly message: Message }): Message | undefined {
  try {
    return arrival.message;
  } catch {
    return undefined;
  }
}
