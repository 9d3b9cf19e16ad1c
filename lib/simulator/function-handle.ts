import { inspect } from '../doors/inspect';
import { boundTo } from './behaviour/behaviour';
import { behaviourOf, type Step } from './behaviour/steps';
import type { Programs } from './code/program';
import type { FunctionMetrics } from './events/metrics';
import type { Runner } from './events/runner';
import { checkRouting, routingViolations } from './service/alias-routing';
import { checkModel } from './service/model-validation';
import type { SimulatedAlias } from './state';
import { LATEST } from '../constraints/aws-lambda/identifiers';

/** A function of the app, as a test uses it. */
export class FunctionHandle {
  readonly #runner: Runner;
  readonly #programs: Programs;

  constructor(runner: Runner, programs: Programs) {
    this.#runner = runner;
    this.#programs = programs;
  }

  /** The name that a deployment would give it. */
  get name(): string {
    return this.#runner.function.name;
  }

  /** The ARN without a qualifier. */
  get arn(): string {
    return this.#runner.function.arn;
  }

  /** The metrics that CloudWatch would show. */
  get metrics(): FunctionMetrics {
    return this.#runner.metrics;
  }

  /**
   * Says what the function does: one step for its first run for an event, one for the second, and so on. It repeats
   * the last step from then on. Synchronous calls take one step each.
   *
   * Throttles and system errors count as steps, although the function does not run.
   *
   * @throws TypeError if there is no step, or if one of them is not a step
   * @throws CannotRunError for `runsCode()` if the simulator cannot run the code
   */
  respond(...steps: readonly [Step, ...Step[]]): this {
    if (steps.length === 0) {
      throw new TypeError('`respond(…)` needs at least one step, e.g. `succeeds()`');
    }
    this.#runner.calls = 0;
    this.#runner.script = steps.map(step => boundTo(this.#runner.function, this.#programs, behaviourOf(step)));
    return this;
  }

  /**
   * Reserves concurrency.
   *
   * @param runs how many runs may go on at the same time: 0 switches the function off, `undefined` removes the limit
   * @throws RangeError if `runs` is not an integer of at least 0
   */
  reserveConcurrency(runs: number | undefined): this {
    if (runs !== undefined && (!Number.isInteger(runs) || runs < 0)) {
      throw new RangeError(`\`runs\` must be an integer of at least 0, got: ${inspect(runs)}`);
    }
    this.#runner.function.reservedConcurrency = runs;
    return this;
  }

  /**
   * Lets Lambda refuse new events for the function with a ServiceException, as in an outage, or accept them again. Rules, subscriptions
   * and schedules then retry as they are configured. Events that are waiting run.
   */
  refuseEvents(refuses = true): this {
    this.#runner.refusesEvents = refuses;
    return this;
  }

  /**
   * Publishes a version.
   *
   * @returns its number
   */
  publishVersion(): string {
    const { versions } = this.#runner.function;
    const number = String(Math.max(0, ...[...versions].map(Number)) + 1);
    versions.add(number);
    return number;
  }

  /**
   * Points an alias to another version. Events that are waiting run in that version, too.
   *
   * @param additional a second version, with its share of the runs
   * @throws Error if the alias or a version does not exist
   * @throws ServiceError if Lambda refuses the two versions or the weight
   */
  moveAlias(name: string, version: string, additional?: SimulatedAlias['additional']): this {
    const fn = this.#runner.function;
    const alias = fn.aliases.get(name);
    if (!alias) {
      throw new Error(`\`${fn.settings.logicalId}\` has no alias \`${name}\`: ${listed(fn.aliases.keys())}.`);
    }
    for (const wanted of [version, ...additional ? [additional.version] : []]) {
      if (wanted !== LATEST && !fn.versions.has(`${wanted}`)) {
        throw new Error(`\`${fn.settings.logicalId}\` has no version ${wanted}: ${listed(fn.versions)}. Publish one with \`publishVersion()\`.`);
      }
    }
    const routing = additional && { [additional.version]: additional.weight };
    checkModel([], routingViolations(routing));
    checkRouting(routing, version);
    alias.version = `${version}`;
    alias.additional = additional;
    return this;
  }

  /** Deletes the function. Events that are waiting for it fail. */
  delete(): void {
    this.#runner.function.deleted = true;
  }
}

function listed(names: Iterable<string>): string {
  const all = [...names];
  return all.length === 0 ? 'it has none' : `it has ${all.join(', ')}`;
}
