import { rosValueIn } from './ros-value';
import { DELIVERY_ACTIONS } from '../constraints/alibaba-fc/destination';
import { destinationArn, parseDestinationArn, type DestinationArn } from '../constraints/alibaba-fc/destination-arn';
import { ACCOUNT, FUNCTION_NAME, MNS_NAME, REGION } from '../constraints/alibaba-fc/identifiers';
import { FUNCTION_TYPE } from '../constraints/alibaba-ros/template';
import type { TextConstraint } from '../constraints/constraint';
import { knownViolation } from '../provider/known-violation';

/** Where a destination is, if not where the function is that sends to it. */
export interface DestinationOptions {
  /**
   * The Region of Alibaba Cloud, e.g. `cn-hangzhou`.
   *
   * @default - that of the function that sends
   */
  readonly region?: string;

  /**
   * The ID of the Alibaba Cloud account.
   *
   * @default - that of the function that sends
   */
  readonly account?: string;
}

/** Where a function is. */
export interface FunctionPlace {
  /** The Region of Alibaba Cloud, e.g. `cn-hangzhou`. */
  readonly region: string;

  /** The ID of the Alibaba Cloud account. */
  readonly account: string;
}

/**
 * Where Function Compute sends the record of an asynchronous invocation.
 *
 * @see https://www.alibabacloud.com/help/en/fc/user-guide/result-callback
 */
export class Destination {
  /**
   * A function, which is invoked with each record of up to 128 KB. It has to be an event function, not an HTTP function.
   *
   * Delivery needs `fc:InvokeFunction`.
   *
   * @param functionName the name of another function than the one that sends, e.g. `fn.getAtt('FunctionName')`
   * @throws Error if it is no name of a function
   */
  public static function(functionName: string, options: DestinationOptions = {}): Destination {
    return new Destination('function', checked(FUNCTION_NAME, 'functionName', functionName), options);
  }

  /**
   * An MNS queue (Simple Message Queue): each record of up to 64 KB is the body of a message.
   *
   * Delivery needs `mns:SendMessage`.
   *
   * @param queueName 1 to 256 letters, digits and hyphens, starting with a letter or digit
   * @throws Error if it is no name of a queue
   */
  public static queue(queueName: string, options: DestinationOptions = {}): Destination {
    return new Destination('queue', checked(MNS_NAME, 'queueName', queueName), options);
  }

  /**
   * An MNS topic: each record of up to 64 KB is published.
   *
   * Delivery needs `mns:PublishMessage`.
   *
   * @param topicName 1 to 256 letters, digits and hyphens, starting with a letter or digit
   * @throws Error if it is no name of a topic
   */
  public static topic(topicName: string, options: DestinationOptions = {}): Destination {
    return new Destination('topic', checked(MNS_NAME, 'topicName', topicName), options);
  }

  /**
   * Anything that Function Compute delivers to, by its ARN: besides the above an event bus
   * (`eventbridge:PutEvents`, up to 64 KB) or a topic of RocketMQ 4.x (`mq:PUB`, up to 4 MB), not 5.x.
   *
   * The config that it is given to checks the form.
   *
   * @param arn of a queue or topic, that of its messages: `acs:mns:<region>:<account>:/queues/<name>/messages`
   */
  public static fromArn(arn: string): Destination {
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
   * `undefined` if the destination was given by an ARN that only the deployment knows.
   */
  public get action(): string | undefined {
    const destination = this._in({ region: '', account: '' });
    return destination && DELIVERY_ACTIONS[destination.kind];
  }

  /** The ARN, for a function that sends from a given place. */
  public arnFor(sender: FunctionPlace): string {
    return this.form === 'arn' ? this.text : destinationArn(this.form, this.place(sender), this.text);
  }

  /**
   * What the destination is, as far as that is known.
   *
   * @internal
   */
  public _in(sender: FunctionPlace): DestinationArn | undefined {
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
