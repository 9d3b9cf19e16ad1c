import { inspect } from 'node:util';
import { behaviourOf, type Step } from './behaviour/steps';
import type { Programs } from './code/program';
import type { FunctionMetrics } from './events/metrics';
import type { Runner } from './events/runner';
import { checkRouting, routingViolations } from './service/alias-routing';
import { checkModel } from './service/model-validation';
import type { SimulatedAlias } from './state';
import { LATEST } from '../constraints/aws-lambda/identifiers';

/** A function in the hands of a tester. */
export class FunctionHandle {
  readonly #runner: Runner;
  readonly #programs: Programs;

  constructor(runner: Runner, programs: Programs) {
    this.#runner = runner;
    this.#programs = programs;
  }

  /** As the deployment would name it. */
  get name(): string {
    return this.#runner.function.name;
  }

  /** Unqualified. */
  get arn(): string {
    return this.#runner.function.arn;
  }

  /** What CloudWatch would show. */
  get metrics(): FunctionMetrics {
    return this.#runner.metrics;
  }

  /**
   * Says what the function does: in the first run for an event, in the second, and so on.
   * What comes last, it does from then on.
   *
   * Throttles and system errors take their turn, too, although the function does not run.
   *
   * @throws TypeError when there is no step, or when something is none
   * @throws CannotRunError when code is to run that cannot be run here
   */
  respond(...steps: readonly [Step, ...Step[]]): this {
    if (steps.length === 0) throw new TypeError('`respond(…)` needs at least one step, e.g. `succeeds()`');
    const { function: fn } = this.#runner;
    this.#runner.script = steps.map(step => {
      const behaviour = behaviourOf(step);
      return behaviour.bind?.(fn, this.#programs) ?? behaviour;
    });
    return this;
  }

  /**
   * Reserves concurrency: 0 switches the function off, `undefined` gives the reserve back.
   *
   * @throws RangeError when it is no number of runs
   */
  reserveConcurrency(runs: number | undefined): this {
    if (runs !== undefined && (!Number.isInteger(runs) || runs < 0)) {
      throw new RangeError(`\`runs\` must be an integer of at least 0, got: ${inspect(runs)}`);
    }
    this.#runner.function.reservedConcurrency = runs;
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
   * Lets an alias lead to another version, also for events that are waiting.
   *
   * @param additional a version that gets a share of the runs
   * @throws Error when there is no such alias or version
   * @throws ServiceError when Lambda refuses the two versions, or the weight
   */
  moveAlias(name: string, version: string, additional?: SimulatedAlias['additional']): this {
    const fn = this.#runner.function;
    const alias = fn.aliases.get(name);
    if (!alias) throw new Error(`\`${fn.settings.logicalId}\` has no alias \`${name}\`: ${listed(fn.aliases.keys())}.`);
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

  /** Deletes the function: what is waiting for it will not find it. */
  delete(): void {
    this.#runner.function.deleted = true;
  }
}

function listed(names: Iterable<string>): string {
  const all = [...names];
  return all.length === 0 ? 'it has none' : `it has ${all.join(', ')}`;
}
