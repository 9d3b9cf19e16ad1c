import { DESTINATION_LOOP } from '../../constraints/aws-lambda/destination';
import { destinationProperty, known, type EventInvokeConfig, type FunctionTarget, type Side, type Target, type Topology } from '../../topology';
import type { Check, Place } from '../finding';
import { functionOf } from '../functions';
import { named } from '../names';
import type { Triggers } from '../triggers';

/** A step of a record from one function to the next. */
interface Step {
  readonly config: EventInvokeConfig;
  readonly side: Side;
  readonly to: FunctionTarget;
}

/**
 * For certain when the destinations of one function after the other lead back to the same qualifier of the first,
 * directly or through topics, buckets, buses and pipes that pass every record on.
 *
 * A loop with a function that has `RecursiveLoop: Allow`, or may have it, is intended. `SelfDestination` and
 * `FailureDestinationTriggersFunction` find loops of one step. A function that reads a queue is invoked
 * synchronously, which uses no destinations. Each loop is reported once, at its first function.
 */
export const destinationLoop: Check = {
  rule: DESTINATION_LOOP,
  severity: 'warning',
  *find({ topology, triggers }) {
    const steps = withoutBeginnings(stepsOf(topology, triggers));
    const told = new Set<string>();
    for (const start of [...steps.keys()].sort()) {
      const loop = told.has(start) ? undefined : shortestLoop(steps, start);
      if (!loop) {
        continue;
      }
      loop.forEach(({ to }) => told.add(to.key));
      yield place(topology, loop);
    }
  },
};

function stepsOf(topology: Topology, triggers: Triggers): Map<string, Step[]> {
  const steps = new Map<string, Step[]>();
  for (const config of topology.configs) {
    const from = config.target;
    if (from.kind === 'unknown' || config.condition !== undefined || mayRecur(topology, from)) {
      continue;
    }
    const onward = (['onFailure', 'onSuccess'] as const).flatMap(side => functionsBehind(triggers, config[side], side, from)
      .filter(to => !mayRecur(topology, to) && !isToldElsewhere(from, to, side, config))
      .map(to => ({ config, side, to })));
    if (onward.length > 0) {
      steps.set(from.key, [...steps.get(from.key) ?? [], ...onward]);
    }
  }
  return steps;
}

/** Removes functions that no step leads to, so that a long chain is not followed from each of its functions. */
function withoutBeginnings(steps: Map<string, Step[]>): ReadonlyMap<string, readonly Step[]> {
  const arrivals = new Map<string, number>();
  for (const { to } of [...steps.values()].flat()) {
    arrivals.set(to.key, (arrivals.get(to.key) ?? 0) + 1);
  }
  const beginnings = [...steps.keys()].filter(key => !arrivals.has(key));
  for (const key of beginnings) {
    for (const { to } of steps.get(key) ?? []) {
      arrivals.set(to.key, arrivals.get(to.key)! - 1);
      if (arrivals.get(to.key) === 0) {
        beginnings.push(to.key);
      }
    }
    steps.delete(key);
  }
  return steps;
}

function functionsBehind(triggers: Triggers, target: EventInvokeConfig['onFailure'], side: Side, from: FunctionTarget): FunctionTarget[] {
  if (!target || target.kind === 'unknown') {
    return [];
  }
  const reached: Array<Target | undefined> = target.kind === 'function'
    ? [target]
    : triggers.invocationsBy(target, side, from).map(({ last: { to } }) => to.kind === 'unknown' ? undefined : to);
  return reached.filter(to => to?.kind === 'function');
}

function mayRecur(topology: Topology, target: FunctionTarget): boolean {
  const setting = functionOf(topology, target)?.recursiveLoop;
  return setting !== undefined && known(setting) !== 'Terminate';
}

function isToldElsewhere(from: FunctionTarget, to: FunctionTarget, side: Side, config: EventInvokeConfig): boolean {
  return from.functionKey === to.functionKey && (side === 'onFailure' || config[side]?.kind === 'function');
}

/** Breadth first, from a function and qualifier back to it. */
function shortestLoop(steps: ReadonlyMap<string, readonly Step[]>, start: string): Step[] | undefined {
  const cameBy = new Map<string, Step>();
  const reached = new Set([start]);
  for (const key of reached) {
    for (const step of steps.get(key) ?? []) {
      if (!cameBy.has(step.to.key)) {
        cameBy.set(step.to.key, step);
      }
      if (step.to.key === start) {
        return wayTo(start, cameBy);
      }
      reached.add(step.to.key);
    }
  }
  return undefined;
}

function wayTo(start: string, cameBy: ReadonlyMap<string, Step>): Step[] {
  const way: Step[] = [];
  let key = start;
  do {
    const step = cameBy.get(key)!;
    way.unshift(step);
    key = (step.config.target as FunctionTarget).key;
  } while (key !== start);
  return way;
}

function place(topology: Topology, loop: readonly Step[]): Place {
  const [{ config, side }] = loop;
  const names = [config.target as FunctionTarget, ...loop.map(({ to }) => to)].map(target => named(topology, target));
  return { origin: config, property: destinationProperty(config, side), value: names.join(' -> ') };
}
