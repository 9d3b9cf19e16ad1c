import type { ApiBucket, BucketService, Caller, DeletedObject, DeleteMarker, ObjectToPut, StoredObject } from '../../state';
import type { KeptObject, SimulatedBucket } from '../bucket/simulated-bucket';
import { admitted, type SendingLambda } from '../handles/sender';

/** The buckets as S3 serves them. */
export class Buckets implements BucketService {
  constructor(private readonly lambda: SendingLambda) {}

  find(name: string): ApiBucket | undefined {
    const found = [...this.lambda.sources.buckets.values()].find(({ settings }) => settings.name === name);
    if (found) {
      this.lambda.sources.watch(found.settings.arn);
    }
    return found?.settings;
  }

  put(bucket: ApiBucket, object: ObjectToPut, { trace }: Caller): { readonly versionId?: string } {
    const { cause, lineage } = admitted(this.lambda, 's3:PutObject', 'bucket', bucket.arn, trace);
    const kept = this.at(bucket).put(object, cause, lineage);
    this.lambda.sources.begin(kept.hop);
    return { versionId: kept.versionId };
  }

  get(bucket: ApiBucket, key: string, versionId?: string): StoredObject | DeleteMarker | undefined {
    const found = this.at(bucket).version(key, versionId);
    return found && ('deleteMarker' in found ? found : stored(found));
  }

  delete(bucket: ApiBucket, key: string, versionId: string | undefined, { trace }: Caller): DeletedObject {
    const { cause, lineage } = admitted(this.lambda, 's3:DeleteObject', 'bucket', bucket.arn, trace);
    return this.at(bucket).delete(key, cause, lineage, versionId);
  }

  list(bucket: ApiBucket): Iterable<StoredObject> {
    return this.at(bucket).objects.map(stored);
  }

  private at({ arn }: ApiBucket): SimulatedBucket {
    return this.lambda.sources.buckets.get(arn)!;
  }
}

function stored({ key, body, etag, headers = {}, checksums = {}, lastModified, versionId }: KeptObject): StoredObject {
  return { key, body: Buffer.from(body), etag: `"${etag}"`, headers, checksums, lastModified, versionId };
}
