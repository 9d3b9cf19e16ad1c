/** Options of a bucket as a destination. */
export interface BucketDestinationOptions {
  /**
   * Account that must own the bucket, 12 digits.
   *
   * The permission holds only while the bucket belongs to that account (condition `s3:ResourceAccount`). If the
   * bucket is deleted and another account creates one of the same name, that account receives no records.
   *
   * @default - no condition
   */
  readonly expectedBucketOwner?: string;
}

/** Options of a function as a destination. */
export interface FunctionDestinationOptions {
  /**
   * Invokes the function with the response alone instead of the whole record.
   *
   * The response goes through the default event bus and a rule. Unlike the rule of aws-cdk-lib's
   * `LambdaDestination`, this rule also matches aliases and versions.
   *
   * @default false
   */
  readonly responseOnly?: boolean;
}
