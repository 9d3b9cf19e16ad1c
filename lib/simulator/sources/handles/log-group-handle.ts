import { flowOf, type SendingLambda } from './sender';
import { causeOf } from '../../lineage';
import type { Flow } from '../flow/flow';
import type { SimulatedLogGroup } from '../log-group/simulated-log-group';

/** A log group of CloudWatch Logs, as a test uses it. */
export class LogGroupHandle {
  readonly #group: SimulatedLogGroup;
  readonly #lambda: SendingLambda;

  constructor(group: SimulatedLogGroup, lambda: SendingLambda) {
    this.#group = group;
    this.#lambda = lambda;
  }

  /** The name that a deployment would give it. */
  get name(): string {
    return this.#group.settings.name;
  }

  get arn(): string {
    return this.#group.settings.arn;
  }

  /**
   * Writes lines. Each subscription filter sends the lines that it matches in one event; functions run when you move the clock.
   *
   * @throws TypeError for lines that are not strings, and without any
   * @throws NotKnownError for a filter pattern that the simulator does not read
   */
  async write(...lines: readonly string[]): Promise<Flow> {
    if (lines.length === 0 || lines.some(line => typeof line !== 'string')) {
      const other = lines.find(line => typeof line !== 'string') as unknown;
      throw new TypeError(`\`lines\` must be one string or more, got: ${lines.length === 0 ? 'none' : other === null ? 'null' : typeof other}`);
    }
    return flowOf(this.#lambda.sources, this.#group.write(lines, causeOf(this.#lambda.causeOf({}))));
  }
}
