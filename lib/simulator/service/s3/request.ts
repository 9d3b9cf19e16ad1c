import { refused, S3Error } from './refusals';
import type { ApiBucket, Caller, MessagingServices } from '../../state';

/** One request to the API of Amazon S3. */
export interface S3Request {
  readonly messaging: MessagingServices;
  readonly caller: Caller;
  readonly bucketName: string;

  /** Empty for requests to a bucket. */
  readonly key: string;
  readonly query: URLSearchParams;

  /** The headers, with their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;

  /** The object itself, without the form in which it was sent. */
  readonly body: Buffer;

  /** The checksum of the object, by the name of its header. */
  readonly checksums: Readonly<Record<string, string>>;
}

/** The answer to a request that S3 accepts. */
export interface S3Answer {
  readonly status: number;

  /** By their names in lower case. Those that are undefined are left out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: Buffer | string;
}

/** @throws S3Error if the bucket does not exist */
export function bucketOf({ messaging, bucketName }: S3Request): ApiBucket {
  const bucket = messaging.buckets.find(bucketName);
  if (!bucket) {
    throw refused(404, 'NoSuchBucket', 'The specified bucket does not exist', { BucketName: bucketName });
  }
  return bucket;
}

/**
 * The version in the query; undefined if there is none.
 *
 * @throws S3Error if the bucket has no versions
 */
export function versionOf({ query }: S3Request, bucket: ApiBucket): string | undefined {
  const version = query.get('versionId') ?? undefined;
  if (version !== undefined && version !== 'null' && !bucket.versioned) {
    throw new S3Error(400, 'InvalidArgument', 'Invalid version id specified', { ArgumentName: 'versionId', ArgumentValue: version });
  }
  return version;
}
