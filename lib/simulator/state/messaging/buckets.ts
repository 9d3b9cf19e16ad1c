import type { Caller } from './caller';

/** The buckets of the app. */
export interface BucketService {
  find(name: string): ApiBucket | undefined;

  /** @returns the version, if the bucket has versions */
  put(bucket: ApiBucket, object: ObjectToPut, caller: Caller): { readonly versionId?: string };

  /** The newest version, or the one with that id; undefined if it does not exist. Each may be a marker that the object was deleted. */
  get(bucket: ApiBucket, key: string, versionId?: string): StoredObject | DeleteMarker | undefined;

  /** Deletes an object, or puts a marker on it in a bucket with versions. Deleting what does not exist succeeds. */
  delete(bucket: ApiBucket, key: string, versionId: string | undefined, caller: Caller): DeletedObject;

  /** The newest versions of all objects, by key in the order of their UTF-8 bytes. */
  list(bucket: ApiBucket): Iterable<StoredObject>;
}

/** What a bucket with versions answers for an object that it has deleted. */
export interface DeletedObject {
  readonly versionId?: string;

  /** Whether the marker was put, or deleted. */
  readonly deleteMarker: boolean;
}

/** A bucket as the API sees it. */
export interface ApiBucket {
  readonly arn: string;
  readonly name: string;
  readonly region: string;
  readonly account: string;

  /** Whether it keeps the versions of its objects. */
  readonly versioned: boolean;

  /** The encryption of objects that name none, e.g. `AES256`; absent if it is unknown. */
  readonly encryption?: string;
}

/** An object to a bucket. */
export interface ObjectToPut {
  readonly key: string;
  readonly body: Buffer;

  /** With the quotes around it. */
  readonly etag: string;

  /** The headers that S3 keeps, with their names in lower case: `content-type`, `cache-control`, `x-amz-meta-…`. */
  readonly headers: Readonly<Record<string, string>>;

  /** The checksum that the client has sent, by the name of its header, e.g. `x-amz-checksum-crc32`. */
  readonly checksums: Readonly<Record<string, string>>;
}

/** An object in a bucket. */
export interface StoredObject extends ObjectToPut {
  /** In milliseconds since 1970. */
  readonly lastModified: number;
  readonly versionId?: string;
}

/** A mark in a bucket with versions that an object was deleted. */
export interface DeleteMarker {
  readonly deleteMarker: true;
  readonly versionId: string;
}
