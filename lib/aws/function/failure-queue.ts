import { Duration, Validations } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { MESSAGE_RETENTION } from '../../constraints/aws-sqs/queue';

const LAST_STOP = 'The queue is the last stop of failed events. You read them there.';

/** Queue for the records of failed events: encrypted, TLS only, with the longest retention. */
export class FailureQueue extends sqs.Queue {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.seconds(MESSAGE_RETENTION.max),
    });
    // `acknowledge()` takes a stack trace for each id: together, they take half of the time of the queue.
    this.node.addMetadata(Validations.ACKNOWLEDGED_RULES_METADATA_KEY, { 'AwsSolutions-SQS3': LAST_STOP, 'Serverless-SQSRedrivePolicy': LAST_STOP });
  }
}
