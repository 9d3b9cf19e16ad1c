import { textOf } from './attributes';
import { admitted, flowOf, type SendingLambda } from './sender';
import { jsonOf } from '../../json-text';
import type { SimulatedBucket } from '../bucket/simulated-bucket';
import type { Flow } from '../flow/flow';

/** A bucket, as a test uses it. */
export class BucketHandle {
  readonly #bucket: SimulatedBucket;
  readonly #lambda: SendingLambda;

  constructor(bucket: SimulatedBucket, lambda: SendingLambda) {
    this.#bucket = bucket;
    this.#lambda = lambda;
  }

  /** The name that a deployment would give it. */
  get name(): string {
    return this.#bucket.settings.name;
  }

  get arn(): string {
    return this.#bucket.settings.arn;
  }

  /**
   * Uploads an object. Everybody whom the bucket notifies gets the notification at once; functions run when you move the clock.
   *
   * @param key the key, as it is: S3 encodes it in its notifications
   * @param body a string or bytes, or any other JSON value
   * @throws ServiceError if a function of the app uploads it, and its role may not
   */
  async put(key: string, body: unknown = ''): Promise<Flow> {
    const { cause, lineage } = admitted(this.#lambda, 's3:PutObject', 'bucket', this.arn);
    const bytes = body instanceof Uint8Array ? body : new TextEncoder().encode(textOf(body, jsonOf));
    return flowOf(this.#lambda.sources, this.#bucket.put({ key, body: bytes }, cause, lineage).hop);
  }

  /** The keys of all objects, in the order in which S3 lists them. */
  get keys(): string[] {
    return this.#bucket.objects.map(({ key }) => key);
  }

  /** The content of an object as text; undefined if there is none. */
  get(key: string): string | undefined {
    const found = this.#bucket.get(key);
    return found && new TextDecoder().decode(found.body);
  }

  /**
   * Deletes an object, and notifies those who want to know. Does nothing if there is none.
   *
   * @throws ServiceError if a function of the app deletes it, and its role may not
   */
  async delete(key: string): Promise<void> {
    const { cause, lineage } = admitted(this.#lambda, 's3:DeleteObject', 'bucket', this.arn);
    this.#bucket.delete(key, cause, lineage);
  }
}
