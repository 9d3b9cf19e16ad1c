import { numberIn, objectIn, type Properties } from './deployed-resources';
import type { SenderPermissions } from './sender-permissions';
import { senderOfKind } from '../../../constraints/aws-lambda/sender';
import type { Delivery, DeliveryKind } from '../../../topology';
import type { DeployedTarget } from '../../sources/outbox';
import type { DeployedTexts } from '../deployed-texts';
import { deployedArn } from '../settings';

/** Turns what senders declare into targets with permissions, retries and dead-letter queues. */
export class Targeting {
  constructor(private readonly permissions: SenderPermissions, private readonly texts: DeployedTexts) {}

  /**
   * The target that a property of a resource names.
   *
   * @param arn the ARN in the property; empty if it is unknown
   */
  of(kind: DeliveryKind, key: string, property: string, arn: string, retry: Properties = {}): DeployedTarget {
    const delivery = this.permissions.delivery(key, property);
    const { principal, retryAttempts, maxEventAge } = senderOfKind(kind) ?? {};
    return {
      arn: arn === '' ? deployedArn(delivery?.to, this.texts) ?? 'unknown' : arn,
      problem: this.permissions.problem(delivery, principal ?? PRINCIPALS[kind]),
      retryAttempts: retry.MaximumRetryAttempts === undefined ? retryAttempts : numberIn(retry.MaximumRetryAttempts, 0),
      maxEventAge: retry.MaximumEventAgeInSeconds === undefined ? maxEventAge : numberIn(retry.MaximumEventAgeInSeconds, 0),
      deadLetterQueue: this.deadLetterQueue(delivery, principal),
    };
  }

  private deadLetterQueue(delivery: Delivery | undefined, principal: string | undefined): DeployedTarget['deadLetterQueue'] {
    const arn = deployedArn(delivery?.deadLetterQueue, this.texts);
    return arn === undefined ? undefined : {
      arn,
      // A service writes to a dead-letter queue in its own name; only Scheduler has nothing but the role.
      problem: this.permissions.problemOfStore(delivery?.deadLetterQueue, principal === undefined ? { role: delivery?.role } : { principal }),
    };
  }
}

/** The principals of senders about which no retries are documented. */
const PRINCIPALS: Partial<Record<DeliveryKind, string>> = {
  's3-notification': 's3.amazonaws.com',
  'log-subscription': 'logs.amazonaws.com',
  'iot-rule': 'iot.amazonaws.com',
};

/** The item of a target in a property, e.g. `Targets[0].Arn`. */
export function retryPolicyOf(target: Properties): Properties {
  return objectIn(target.RetryPolicy);
}
