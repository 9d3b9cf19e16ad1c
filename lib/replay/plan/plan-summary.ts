import { Counts } from './counts';
import { estimate } from './estimate';
import type { PartLine, PlannedEvent } from './planned-event';
import { REPLAY_DEFAULTS } from '../../contract/replay';
import type { ReplayLeft, ReplayPlanSummary, ReplaySample } from '../../contract/replay-plan';

/** Most examples in a plan, and of one function. */
const SAMPLES = 20;
const SAMPLES_OF_FUNCTION = 3;

/** Facts about a plan that no event tells. */
export interface PlanFacts {
  readonly plan: string;

  /** Time in milliseconds. */
  readonly now: number;
  readonly complete: boolean;
  readonly target?: string;
  readonly warnings: readonly string[];
  readonly rate?: number;
  readonly workers?: number;

  /** Most values of one property; the others are summed up. */
  readonly mostValues?: number;
}

/** Adds up the lines of a plan. Its memory does not grow with their number. */
export class PlanSums {
  private readonly groups = {
    byFunction: new Counts(),
    byQualifier: new Counts(),
    byCondition: new Counts(),
    byErrorType: new Counts(),
    byExecutedVersion: new Counts(),
    byAge: new Counts(),
    byAdvice: new Counts(),
  };

  private readonly sources = new Counts();
  private readonly left = new Map<ReplayLeft, number>();
  private readonly samples: ReplaySample[] = [];
  private readonly sampled = new Map<string, number>();
  private read = 0;
  private bytes = 0;
  private fromBuckets = 0;

  /** Events that are sent so far. */
  selected = 0;

  add(line: PartLine): void {
    if ('event' in line) {
      this.addEvent(line.event);
    } else if ('left' in line) {
      this.leave(line.left.why);
    } else if ('read' in line) {
      this.read += line.read;
      this.leave('notSelected', line.notSelected);
    }
  }

  leave(why: ReplayLeft, number = 1): void {
    this.left.set(why, (this.left.get(why) ?? 0) + number);
  }

  summary(facts: PlanFacts): ReplayPlanSummary {
    const { plan, now, complete, target, warnings, mostValues, rate = REPLAY_DEFAULTS.rate, workers = REPLAY_DEFAULTS.workers } = facts;
    const { selected, bytes, fromBuckets } = this;
    const groups = Object.fromEntries(Object.entries(this.groups).map(([name, counts]) => [name, counts.sorted(mostValues)]));
    return {
      plan,
      time: new Date(now).toISOString(),
      read: this.read,
      selected,
      complete,
      ...target !== undefined && { target },
      groups: groups as unknown as ReplayPlanSummary['groups'],
      left: Object.fromEntries([...this.left].filter(([, number]) => number > 0)),
      samples: this.samples,
      estimate: estimate({ fromQueues: selected - fromBuckets, fromBuckets, bytes, rate, workers }),
      bySource: this.sources.sorted(),
      warnings,
    };
  }

  private addEvent(event: PlannedEvent): void {
    const { byFunction, byQualifier, byCondition, byErrorType, byExecutedVersion, byAge, byAdvice } = this.groups;
    const name = event.name || '(not told)';
    byFunction.add(name);
    byQualifier.add(`${name}:${event.qualifier}`);
    byCondition.add(event.condition);
    byErrorType.add(event.errorType ?? '(not told)');
    byExecutedVersion.add(event.executedVersion ?? '(none)');
    byAge.add(event.age);
    byAdvice.add(event.advice);
    this.sources.add(event.line.source);
    this.selected += 1;
    this.bytes += event.bytes;
    this.fromBuckets += event.line.key === undefined ? 0 : 1;
    this.sample(event);
  }

  private sample({ line: { source, id, time }, name, qualifier, condition, errorType, executedVersion, bytes }: PlannedEvent): void {
    const fn = `${name}:${qualifier}`;
    const number = this.sampled.get(fn) ?? 0;
    if (this.samples.length < SAMPLES && number < SAMPLES_OF_FUNCTION) {
      this.sampled.set(fn, number + 1);
      this.samples.push({
        source,
        id,
        function: fn,
        condition,
        ...errorType !== undefined && { errorType },
        ...executedVersion !== undefined && { executedVersion },
        ...time !== undefined && { time },
        bytes,
      });
    }
  }
}
