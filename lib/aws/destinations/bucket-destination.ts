import * as iam from 'aws-cdk-lib/aws-iam';
import type * as s3 from 'aws-cdk-lib/aws-s3';
import type { BoundDestination } from './admission';
import { Destination } from './destination';
import type { BucketDestinationOptions } from './destination-options';
import { grantKey } from './key-permission';
import { DELIVERY_ACTIONS, KEY_ACTIONS } from '../../constraints/aws-lambda/destination';
import { SOURCE_ACCOUNT } from '../../constraints/aws-lambda/permission';
import { invalid } from '../../constraints/invalid';
import { knownViolation } from '../../provider/known-violation';

const [LIST_BUCKET, PUT_OBJECT] = DELIVERY_ACTIONS.bucket;

/** Destination that stores each record as an object in a bucket. */
export class BucketDestination extends Destination {
  constructor(readonly bucket: s3.IBucket, private readonly options: BucketDestinationOptions) {
    super();
  }

  protected arn(): string {
    return this.bucket.bucketArn;
  }

  protected admit({ scope }: BoundDestination): void {
    const malformed = knownViolation(SOURCE_ACCOUNT, this.options.expectedBucketOwner, 'expectedBucketOwner');
    if (malformed) {
      throw invalid(scope, malformed);
    }
  }

  protected grant(grantee: iam.IGrantable): void {
    this.allow(grantee, LIST_BUCKET, this.bucket.bucketArn);
    this.allow(grantee, PUT_OBJECT, this.bucket.arnForObjects('*'));
    grantKey(grantee, this.bucket.encryptionKey, KEY_ACTIONS.bucket);
  }

  private allow(grantee: iam.IGrantable, action: string, resourceArn: string): void {
    const owner = this.options.expectedBucketOwner;
    iam.Grant.addToPrincipalOrResource({
      grantee,
      actions: [action],
      resourceArns: [resourceArn],
      resource: this.bucket,
      conditions: owner ? { StringEquals: { 's3:ResourceAccount': owner } } : undefined,
    });
  }
}
