import { flowOf, type SendingLambda } from './sender';
import { jsonOf } from '../../json-text';
import { causeOf } from '../../lineage';
import type { Flow } from '../flow/flow';
import { publishToRules } from '../iot/iot-rule';

/** A topic of MQTT at the message broker of AWS IoT, as a test uses it. */
export class IotTopicHandle {
  readonly #lambda: SendingLambda;

  constructor(
    /** E.g. `sensors/7/temperature`. */
    readonly name: string,
    lambda: SendingLambda,
  ) {
    this.#lambda = lambda;
  }

  /**
   * Publishes a message. The rules of AWS IoT whose topic filter matches send it to their targets at once; functions run when you
   * move the clock.
   *
   * @param message a JSON object, or a `JsonText`
   * @throws TypeError for anything else
   * @throws NotKnownError for a rule that takes the topic with more than `SELECT *`
   */
  async publish(message: unknown): Promise<Flow> {
    const text = jsonOf(message);
    if (text === undefined || !text.trimStart().startsWith('{')) {
      throw new TypeError(`\`message\` must be a JSON object, got: ${message === null ? 'null' : Array.isArray(message) ? 'a list' : typeof message}`);
    }
    const { sources } = this.#lambda;
    return flowOf(sources, publishToRules(sources.iotRules, this.name, text, causeOf(this.#lambda.causeOf({})), sources));
  }
}
