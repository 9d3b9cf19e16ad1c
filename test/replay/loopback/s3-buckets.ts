import type { ReceivedRequest, ScriptedAnswer } from '../../handler/loopback/scripted-server';

/** Buckets of S3 behind HTTP, addressed by path. */
export class S3Buckets {
  /** Texts by bucket, `/` and key. */
  readonly objects = new Map<string, string>();
  private readonly uploads = new Map<string, Map<number, string>>();

  /** Keys of a bucket with a prefix, in order. */
  keys(bucket: string, prefix = ''): string[] {
    return [...this.objects.keys()].filter(path => path.startsWith(`${bucket}/${prefix}`)).map(path => path.slice(bucket.length + 1)).sort();
  }

  answer({ method, path, query, body }: ReceivedRequest): ScriptedAnswer {
    const object = path.slice(1);
    if (query.has('list-type')) {
      return this.list(object.replace(/\/$/, ''), query);
    }
    if (query.has('uploads')) {
      const id = `upload-${this.uploads.size + 1}`;
      this.uploads.set(id, new Map());
      return xml(`<InitiateMultipartUploadResult><UploadId>${id}</UploadId></InitiateMultipartUploadResult>`);
    }
    const upload = this.uploads.get(query.get('uploadId') ?? '');
    if (upload) {
      return this.upload(upload, method, object, query, body);
    }
    switch (method) {
      case 'PUT':
        this.objects.set(object, body);
        return { headers: { etag: '"etag"' } };
      case 'DELETE':
        this.objects.delete(object);
        return { status: 204 };
      default: {
        const text = this.objects.get(object);
        return text === undefined ? { status: 404, ...xml('<Error><Code>NoSuchKey</Code><Message>It is gone.</Message></Error>') } : { body: text };
      }
    }
  }

  private upload(upload: Map<number, string>, method: string, object: string, query: URLSearchParams, body: string): ScriptedAnswer {
    if (method === 'PUT') {
      upload.set(Number(query.get('partNumber')), body);
      return { headers: { etag: `"part-${query.get('partNumber')}"` } };
    }
    if (method === 'POST') {
      const numbers = [...body.matchAll(/<PartNumber>(\d+)<\/PartNumber>/g)].map(([, number]) => Number(number));
      this.objects.set(object, numbers.map(number => upload.get(number)!).join(''));
      return xml('<CompleteMultipartUploadResult><ETag>"whole"</ETag></CompleteMultipartUploadResult>');
    }
    return { status: 204 };
  }

  private list(bucket: string, query: URLSearchParams): ScriptedAnswer {
    const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
    const most = Number(query.get('max-keys') ?? 1000);
    const all = this.keys(bucket, query.get('prefix') ?? '').filter(key => key > after);
    const page = all.slice(0, most);
    const next = all.length > most ? `<IsTruncated>true</IsTruncated><NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : '<IsTruncated>false</IsTruncated>';
    return xml(`<ListBucketResult>${page.map(key => `<Contents><Key>${key}</Key></Contents>`).join('')}${next}</ListBucketResult>`);
  }
}

function xml(body: string): ScriptedAnswer {
  return { headers: { 'content-type': 'application/xml' }, body: `<?xml version="1.0" encoding="UTF-8"?>${body}` };
}
