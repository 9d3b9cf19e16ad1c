import * as iam from 'aws-cdk-lib/aws-iam';
import type * as sns from 'aws-cdk-lib/aws-sns';
import { refuse, type BoundDestination } from './admission';
import { Destination } from './destination';
import { grantKey } from './key-permission';
import { DELIVERY_ACTIONS, KEY_ACTIONS } from '../../constraints/aws-lambda/destination';

/** Destination that publishes each record to a topic. */
export class TopicDestination extends Destination {
  constructor(private readonly topic: sns.ITopic) {
    super();
  }

  protected arn(): string {
    return this.topic.topicArn;
  }

  protected admit(destination: BoundDestination): void {
    refuse(destination, { kind: 'topic', fifo: this.topic.fifo }, `FIFO topic ${this.topic.node.path}`);
  }

  protected grant(grantee: iam.IGrantable): void {
    iam.Grant.addToPrincipalOrResource({
      grantee,
      actions: [...DELIVERY_ACTIONS.topic],
      resourceArns: [this.topic.topicArn],
      resource: this.topic,
    });
    grantKey(grantee, this.topic.masterKey, KEY_ACTIONS.topic);
  }
}
