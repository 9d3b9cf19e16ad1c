import { Duration, Validations, type CfnResource } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { MESSAGE_RETENTION } from '../../constraints/aws-sqs/queue';
import { carryConditions } from '../target/carried-condition';
import { carryConditionsInStatements } from '../target/conditional-statements';

const LAST_STOP = 'The queue is the last stop of failed events. You read them there.';

/** Queue for the records of failed events: encrypted, TLS only, with the longest retention. */
export class FailureQueue extends sqs.Queue {
  /** @param owner the resource whose failures the queue keeps; a queue that several share exists always */
  constructor(scope: Construct, id: string, owner?: CfnResource) {
    super(scope, id, {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.seconds(MESSAGE_RETENTION.max),
    });
    // `acknowledge()` takes a stack trace for each id: together, they take half of the time of the queue.
    this.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, { 'AwsSolutions-SQS3': LAST_STOP, 'Serverless-SQSRedrivePolicy': LAST_STOP });
    carryConditions(this.node.defaultChild as sqs.CfnQueue, { subjects: () => [owner] });
    carryConditionsInStatements(this.node.findChild('Policy').node.defaultChild as sqs.CfnQueuePolicy);
  }
}
