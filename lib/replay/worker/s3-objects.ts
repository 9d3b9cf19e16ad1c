import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { ObjectTooLarge, type Objects } from '../run/objects';

/** Most keys of one call. */
const PAGE = 1000;

/** A bucket of Amazon S3. */
export class S3Objects implements Objects {
  constructor(private readonly client: S3Client, private readonly bucket: string) {}

  async read(key: string, largest: number): Promise<Uint8Array | undefined> {
    try {
      const { Body, ContentLength = 0 } = await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: key }));
      if (ContentLength > largest) {
        (Body as unknown as { destroy(): void }).destroy();
        throw new ObjectTooLarge(`it has ${ContentLength} bytes`);
      }
      return await Body!.transformToByteArray();
    } catch (error) {
      if (isMissing(error)) {
        return undefined;
      }
      throw error;
    }
  }

  async remove(key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand({ Bucket: this.bucket, Key: key }));
  }

  async keys(prefix: string, after: string, most: number): Promise<readonly string[]> {
    const found: string[] = [];
    let token: string | undefined;
    do {
      const { Contents = [], NextContinuationToken } = await this.client.send(new ListObjectsV2Command({
        Bucket: this.bucket,
        Prefix: prefix,
        MaxKeys: Math.min(PAGE, most - found.length),
        ...token === undefined ? { StartAfter: after } : { ContinuationToken: token },
      }));
      found.push(...Contents.map(({ Key }) => Key!));
      token = NextContinuationToken;
    } while (token !== undefined && found.length < most);
    return found;
  }
}

export function isMissing(error: unknown): boolean {
  return ['NoSuchKey', 'NotFound'].includes((error as Error).name);
}
