import { rosValueIn } from './ros-value';
import { DELIVERY_ACTIONS } from '../constraints/alibaba-fc/destination';
import { destinationArn, parseDestinationArn, type DestinationArn } from '../constraints/alibaba-fc/destination-arn';
import { ACCOUNT, FUNCTION_NAME, MNS_NAME, REGION } from '../constraints/alibaba-fc/identifiers';
import { FUNCTION_TYPE } from '../constraints/alibaba-ros/template';
import type { TextConstraint } from '../constraints/constraint';
import { knownViolation } from '../provider/known-violation';

/** Region and account of a destination, if they differ from those of the function. */
export interface DestinationOptions {
  /**
   * The Region of Alibaba Cloud, e.g. `cn-hangzhou`.
   *
   * @default - that of the function
   */
  readonly region?: string;

  /**
   * The ID of the Alibaba Cloud account.
   *
   * @default - that of the function
   */
  readonly account?: string;
}

/** Region and account of a function. */
export interface FunctionPlace {
  /** The Region of Alibaba Cloud, e.g. `cn-hangzhou`. */
  readonly region: string;

  /** The ID of the Alibaba Cloud account. */
  readonly account: string;
}

/**
 * Destination for the records of asynchronous invocations in Function Compute.
 *
 * @see https://www.alibabacloud.com/help/en/fc/user-guide/result-callback
 */
export class Destination {
  /**
   * A function, which Function Compute invokes with each record of up to 128 KB. It must be an event function, not an HTTP function.
   *
   * Delivery needs `fc:InvokeFunction`.
   *
   * @param functionName the name of the function, e.g. `fn.getAtt('FunctionName')`; a function cannot be its own destination
   * @throws Error if the name is malformed
   */
  static function(functionName: string, options: DestinationOptions = {}): Destination {
    return new Destination('function', checked(FUNCTION_NAME, 'functionName', functionName), options);
  }

  /**
   * A queue of MNS (Simple Message Queue), which gets each record of up to 64 KB as the body of a message.
   *
   * Delivery needs `mns:SendMessage`.
   *
   * @param queueName 1 to 256 letters, digits and hyphens, starting with a letter or digit
   * @throws Error if the name is malformed
   */
  static queue(queueName: string, options: DestinationOptions = {}): Destination {
    return new Destination('queue', checked(MNS_NAME, 'queueName', queueName), options);
  }

  /**
   * A topic of MNS (Simple Message Queue), to which each record of up to 64 KB is published.
   *
   * Delivery needs `mns:PublishMessage`.
   *
   * @param topicName 1 to 256 letters, digits and hyphens, starting with a letter or digit
   * @throws Error if the name is malformed
   */
  static topic(topicName: string, options: DestinationOptions = {}): Destination {
    return new Destination('topic', checked(MNS_NAME, 'topicName', topicName), options);
  }

  /**
   * A destination by its ARN: one of the above, an event bus (`eventbridge:PutEvents`, up to 64 KB) or a topic of
   * RocketMQ 4.x (`mq:PUB`, up to 4 MB). Function Compute does not deliver to RocketMQ 5.x.
   *
   * The config that uses the destination checks its form.
   *
   * @param arn for a queue or topic, the ARN of its messages: `acs:mns:<region>:<account>:/queues/<name>/messages`
   */
  static fromArn(arn: string): Destination {
    return new Destination('arn', arn, {});
  }

  private constructor(
    private readonly form: 'function' | 'queue' | 'topic' | 'arn',
    private readonly text: string,
    private readonly options: DestinationOptions,
  ) {
    checked(REGION, 'region', options.region);
    checked(ACCOUNT, 'account', options.account);
  }

  /**
   * The action of Resource Access Management that delivery needs, e.g. `mns:SendMessage`.
   *
   * `undefined` for an ARN that only the deployment knows.
   */
  get action(): string | undefined {
    const destination = this._in({ region: '', account: '' });
    return destination && DELIVERY_ACTIONS[destination.kind];
  }

  /** The ARN of the destination, as a function in this Region and account sends to it. */
  arnFor(sender: FunctionPlace): string {
    return this.form === 'arn' ? this.text : destinationArn(this.form, this.place(sender), this.text);
  }

  /**
   * The parsed destination; `undefined` if only the deployment knows it.
   *
   * @internal
   */
  _in(sender: FunctionPlace): DestinationArn | undefined {
    if (this.form !== 'arn') {
      return { kind: this.form, ...this.place(sender), name: this.text };
    }
    const fn = rosValueIn(this.text)?.owner;
    return fn?.resourceType === FUNCTION_TYPE
      ? { kind: 'function', ...sender, name: fn.getAtt('FunctionName') }
      : parseDestinationArn(this.text);
  }

  private place(sender: FunctionPlace): FunctionPlace {
    return { region: this.options.region ?? sender.region, account: this.options.account ?? sender.account };
  }
}

function checked<T extends string | undefined>(constraint: TextConstraint, property: string, value: T): T {
  const malformed = knownViolation(constraint, value, property);
  if (malformed) {
    throw new Error(malformed);
  }
  return value;
}
