import {
  AbortMultipartUploadCommand, CompleteMultipartUploadCommand, CreateMultipartUploadCommand, GetObjectCommand, ListObjectsV2Command,
  PutObjectCommand, UploadPartCommand, type S3Client,
} from '@aws-sdk/client-s3';
import { isMissing } from './s3-objects';
import type { LineWriter, Work } from '../run/work';

/** Bytes of one part of an upload. S3 takes 10,000 parts of at least 5 MiB. */
const PART = 8 * 1024 * 1024;

/** The work bucket in Amazon S3. */
export class S3Work implements Work {
  constructor(private readonly client: S3Client, private readonly bucket: string) {}

  async get(key: string): Promise<string | undefined> {
    return (await this.body(key))?.transformToString();
  }

  async put(key: string, text: string, contentType: string): Promise<void> {
    await this.client.send(new PutObjectCommand({ Bucket: this.bucket, Key: key, Body: text, ContentType: contentType }));
  }

  async* keys(prefix: string): AsyncGenerator<string> {
    let token: string | undefined;
    do {
      const { Contents = [], NextContinuationToken }: { Contents?: { Key?: string }[]; NextContinuationToken?: string } = await this.client.send(
        new ListObjectsV2Command({ Bucket: this.bucket, Prefix: prefix, ...token !== undefined && { ContinuationToken: token } }),
      );
      yield* Contents.map(({ Key }) => Key!);
      token = NextContinuationToken;
    } while (token !== undefined);
  }

  async* lines(key: string): AsyncGenerator<string> {
    const body = await this.body(key);
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop()!;
      yield* lines.filter(line => line !== '');
    }
    yield* rest === '' ? [] : [rest];
  }

  writer(key: string, contentType: string): LineWriter {
    return new Upload(this.client, { Bucket: this.bucket, Key: key }, contentType);
  }

  private async body(key: string) {
    try {
      return (await this.client.send(new GetObjectCommand({ Bucket: this.bucket, Key: key }))).Body;
    } catch (error) {
      if (isMissing(error)) {
        return undefined;
      }
      throw error;
    }
  }
}

/** Uploads lines in parts, so that its memory does not grow with them. */
class Upload implements LineWriter {
  private lines: string[] = [];
  private bytes = 0;
  private id?: string;
  private readonly parts: { readonly PartNumber: number; readonly ETag?: string }[] = [];
  private sending: Promise<void> = Promise.resolve();

  constructor(
    private readonly client: S3Client,
    private readonly object: { readonly Bucket: string; readonly Key: string },
    private readonly contentType: string,
  ) {}

  async write(line: string): Promise<void> {
    this.lines.push(line);
    this.bytes += line.length + 1;
    if (this.bytes >= PART) {
      this.flush();
    }
    await this.sending;
  }

  async close(): Promise<void> {
    await this.sending;
    if (this.id === undefined) {
      const { contentType: ContentType, lines } = this;
      if (lines.length > 0) {
        await this.client.send(new PutObjectCommand({ ...this.object, Body: this.taken(), ContentType }));
      }
      return;
    }
    if (this.lines.length > 0) {
      this.flush();
      await this.sending;
    }
    await this.client.send(new CompleteMultipartUploadCommand({ ...this.object, UploadId: this.id, MultipartUpload: { Parts: this.parts } }));
  }

  async abort(): Promise<void> {
    await this.sending.catch(() => undefined);
    if (this.id !== undefined) {
      await this.client.send(new AbortMultipartUploadCommand({ ...this.object, UploadId: this.id }));
    }
  }

  /** Sends what was written after all that was sent before. */
  private flush(): void {
    const text = this.taken();
    this.sending = this.sending.then(() => this.send(text));
  }

  private taken(): string {
    const text = `${this.lines.join('\n')}\n`;
    this.lines = [];
    this.bytes = 0;
    return text;
  }

  private async send(text: string): Promise<void> {
    this.id ??= (await this.client.send(new CreateMultipartUploadCommand({ ...this.object, ContentType: this.contentType }))).UploadId;
    const PartNumber = this.parts.length + 1;
    const { ETag } = await this.client.send(new UploadPartCommand({ ...this.object, UploadId: this.id, PartNumber, Body: text }));
    this.parts.push({ PartNumber, ETag });
  }
}
