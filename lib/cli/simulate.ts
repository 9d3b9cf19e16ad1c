import type { GivenOptions } from './input/given-values';
import { DASH, inputOf } from './input/input';
import { integer } from './integer';
import type { Outcome, Reader } from './outcome';
import { environmentOf, stepsOf, type BehaviourOptions } from './simulate/behaviour';
import { eventsOf, isLost, type ToldEvent } from './simulate/events';
import { flowsOf, flowStories, losesSomething, type ToldFlow } from './simulate/flows';
import { foreseen } from './simulate/foreseen';
import { written } from './simulate/json';
import { payloadOf } from './simulate/payload';
import { checkQualifier } from './simulate/qualifier';
import { sourceOf, type SourceOptions } from './simulate/source';
import { spanOf, startOf } from './simulate/span';
import { stories } from './simulate/stories';
import { functionAsked } from './simulate/target';
import { UsageError } from './usage-error';
import { runsCode, Simulator, succeeds } from '../simulator';

/** The options of `simulate`. */
export interface SimulateOptions extends BehaviourOptions, SourceOptions, GivenOptions {
  readonly function?: string;
  readonly qualifier?: string;
  readonly payload?: string;
  readonly at?: string;
  readonly for?: string;
  readonly seed?: string;
  readonly json?: boolean;
}

const LARGEST_SEED = 2 ** 32 - 1;

/** Sends one event through an app, or lets its schedules fire, and shows what happens. */
export async function simulate(paths: readonly string[], options: SimulateOptions, { colours }: Reader): Promise<Outcome> {
  if (paths.includes(DASH) && options.payload === '@-') {
    throw new UsageError('the standard input must hold the template or the payload, got: `-` and `--payload @-`. Pass one of them as a file.');
  }
  const environment = environmentOf(options);
  const code = runsCode({ environment });
  const steps = stepsOf(options, code);
  const send = sourceOf(options, options.payload);
  const payload = send ? undefined : payloadOf(options.payload);
  const span = options.for === undefined ? undefined : spanOf('--for', options.for);
  const start = startOf(options.at);
  if (options.function === undefined && send === undefined && span === undefined) {
    throw new UsageError('`--function` must name the function that gets the event, or another option the source of the event. See `cdk-async-invoke simulate --help`.');
  }
  const seed = integer('--seed', options.seed, 0, LARGEST_SEED);
  const { topology, assembly, problem } = inputOf(paths, options);
  const asked = options.function === undefined ? undefined : functionAsked(topology, options.function, options.qualifier);
  const others = options.code ? code : succeeds();
  const sim = new Simulator(topology, { seed, start, respond: asked ? others : steps }, assembly);
  try {
    if (asked) {
      checkQualifier(sim, asked);
    }
    if (options.code) {
      // The code starts later, so it gets these variables, too.
      Object.assign(environment, { ...(await sim.listen()).environment, ...environment });
    }
    if (asked) {
      sim.function(asked.key).respond(...steps);
    }
    if (send) {
      await send(sim);
    } else if (asked) {
      await sim.invoke(asked.key, { payload, qualifier: asked.qualifier });
    }
    await (span === undefined ? sim.clock.settle() : sim.clock.advanceBy({ milliseconds: span }));
    const { assumptions } = sim;
    const events = eventsOf(sim);
    const flows = flowsOf(sim);
    // The stories of events have the records. What only invoked functions is told by them alone.
    const told = flowStories(flows.filter(({ isOnlyFunctions }) => !isOnlyFunctions), colours);
    return {
      problem,
      code: events.some(isLost) || flows.some(losesSomething) ? 1 : 0,
      out: options.json ? json(events, flows, assumptions) : stories(events, assumptions, colours, told),
    };
  } catch (error) {
    throw foreseen(error);
  } finally {
    await sim.close();
  }
}

/** JSON has the steps, not the same in words. */
function json(events: readonly ToldEvent[], flows: readonly ToldFlow[], assumptions: readonly string[]): string {
  return `${written({ events: events.map(event => ({ ...event, timeline: undefined })), flows, assumptions })}\n`;
}
