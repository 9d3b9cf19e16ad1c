import { Duration, Validations } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { LEDGER_EXPIRY, LEDGER_KEY } from '../../contract/replay-ledger';

/** Use of the key by those who read and write objects. */
export const OBJECT_KEY_ACTIONS = ['kms:Decrypt', 'kms:GenerateDataKey'];

/** The same for items, which includes that for objects. */
export const TABLE_KEY_ACTIONS = [...OBJECT_KEY_ACTIONS, 'kms:DescribeKey', 'kms:Encrypt', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'];

const NO_ACCESS_LOG = 'The bucket holds ids, keys and numbers of events, but no events.';

/** Settings of what a replay remembers. */
export interface ReplayStorageProps {
  readonly encryptionKey?: kms.IKey;

  /** Time for which plans and reports are kept. */
  readonly reportRetention: Duration;
}

/** Memory of a replay: the ledger, and the bucket for plans and reports. Both outlive the stack, because the ledger prevents that events are sent twice. */
export class ReplayStorage extends Construct {
  readonly ledger: dynamodb.Table;
  readonly bucket: s3.Bucket;

  constructor(scope: Construct, id: string, { encryptionKey, reportRetention }: ReplayStorageProps) {
    super(scope, id);
    this.ledger = new dynamodb.Table(this, 'Ledger', {
      partitionKey: { name: LEDGER_KEY, type: dynamodb.AttributeType.STRING },
      timeToLiveAttribute: LEDGER_EXPIRY,
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      encryption: encryptionKey ? dynamodb.TableEncryption.CUSTOMER_MANAGED : dynamodb.TableEncryption.AWS_MANAGED,
      encryptionKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    });
    this.bucket = new s3.Bucket(this, 'Bucket', {
      encryption: encryptionKey ? s3.BucketEncryption.KMS : s3.BucketEncryption.S3_MANAGED,
      encryptionKey,
      bucketKeyEnabled: encryptionKey ? true : undefined,
      enforceSSL: true,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      lifecycleRules: [{ expiration: reportRetention, abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
    Validations.of(this.bucket).acknowledge({ id: 'AwsSolutions-S1', reason: NO_ACCESS_LOG });
  }
}
