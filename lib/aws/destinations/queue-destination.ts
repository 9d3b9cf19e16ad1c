import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as sqs from 'aws-cdk-lib/aws-sqs';
import { refuse, type BoundDestination } from './admission';
import { Destination } from './destination';
import { grantKey } from './key-permission';
import { DELIVERY_ACTIONS, KEY_ACTIONS } from '../../constraints/aws-lambda/destination';

/** Destination that sends each record to a queue. */
export class QueueDestination extends Destination {
  constructor(readonly queue: sqs.IQueue) {
    super();
  }

  protected arn(): string {
    return this.queue.queueArn;
  }

  protected admit(destination: BoundDestination): void {
    refuse(destination, { kind: 'queue', fifo: this.queue.fifo }, `FIFO queue ${this.queue.node.path}`);
  }

  protected grant(grantee: iam.IGrantable): void {
    this.queue.grant(grantee, ...DELIVERY_ACTIONS.queue);
    grantKey(grantee, this.queue.encryptionMasterKey, KEY_ACTIONS.queue);
  }
}
