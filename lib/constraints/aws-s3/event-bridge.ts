/**
 * The event about a new object on the default bus of a bucket that has EventBridge switched on.
 *
 * Source: Amazon S3 user guide, "Using EventBridge".
 */
export const OBJECT_CREATED = { source: 'aws.s3', detailType: 'Object Created' } as const;
