import type { GivenOptions } from './input/given-values';
import { DASH, inputOf } from './input/input';
import { integer } from './integer';
import type { Outcome, Reader } from './outcome';
import { environmentOf, stepsOf, type BehaviourOptions } from './simulate/behaviour';
import { eventsOf, isLost, type ToldEvent } from './simulate/events';
import { foreseen } from './simulate/foreseen';
import { written } from './simulate/json';
import { payloadOf } from './simulate/payload';
import { checkQualifier } from './simulate/qualifier';
import { stories } from './simulate/stories';
import { functionAsked } from './simulate/target';
import { UsageError } from './usage-error';
import { runsCode, Simulator, succeeds } from '../simulator';

/** The options of `simulate`. */
export interface SimulateOptions extends BehaviourOptions, GivenOptions {
  readonly function?: string;
  readonly qualifier?: string;
  readonly payload?: string;
  readonly seed?: string;
  readonly json?: boolean;
}

const LARGEST_SEED = 2 ** 32 - 1;

/** Sends one event through an app and shows what happens to it. */
export async function simulate(paths: readonly string[], options: SimulateOptions, { colours }: Reader): Promise<Outcome> {
  if (options.function === undefined) {
    throw new UsageError('`--function` must name the function that gets the event. See `cdk-async-invoke simulate --help`.');
  }
  if (paths.includes(DASH) && options.payload === '@-') {
    throw new UsageError('the standard input must hold the template or the payload, got: `-` and `--payload @-`. Pass one of them as a file.');
  }
  const environment = environmentOf(options);
  const code = runsCode({ environment });
  const steps = stepsOf(options, code);
  const payload = payloadOf(options.payload);
  const seed = integer('--seed', options.seed, 0, LARGEST_SEED);
  const { topology, assembly, problem } = inputOf(paths, options);
  const asked = functionAsked(topology, options.function, options.qualifier);
  const { key, qualifier } = asked;
  const sim = new Simulator(topology, { seed, respond: options.code ? code : succeeds() }, assembly);
  try {
    checkQualifier(sim, asked);
    if (options.code) {
      // The code starts later, so it gets this variable, too.
      environment.AWS_ENDPOINT_URL_LAMBDA ??= (await sim.listen()).url;
    }
    sim.function(key).respond(...steps);
    await sim.invoke(key, { payload, qualifier });
    await sim.clock.settle();
    const { assumptions } = sim;
    const events = eventsOf(sim);
    return {
      problem,
      code: events.some(isLost) ? 1 : 0,
      out: options.json ? json(events, assumptions) : stories(events, assumptions, colours),
    };
  } catch (error) {
    throw foreseen(error);
  } finally {
    await sim.close();
  }
}

/** JSON has the steps, not the same in words. */
function json(events: readonly ToldEvent[], assumptions: readonly string[]): string {
  return `${written({ events: events.map(event => ({ ...event, timeline: undefined })), assumptions })}\n`;
}
