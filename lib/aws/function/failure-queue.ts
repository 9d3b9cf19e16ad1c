import { Duration, Validations } from 'aws-cdk-lib';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** The longest that a queue can keep a message. */
const RETENTION = Duration.days(14);

const LAST_STOP = 'The queue is the last stop of failed events: nothing takes them from it but whoever looks into them.';

/** Where the records of failed events wait: encrypted, reached by TLS only, for as long as a queue can keep them. */
export class FailureQueue extends sqs.Queue {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: RETENTION,
    });
    Validations.of(this).acknowledge(
      { id: 'AwsSolutions-SQS3', reason: LAST_STOP },
      { id: 'Serverless-SQSRedrivePolicy', reason: LAST_STOP },
    );
  }
}
