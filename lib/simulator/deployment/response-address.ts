import { LoopbackServer } from '../loopback-server';

/** Where the handlers of custom resources put their answers. In a deployment, this is a pre-signed URL of S3. */
export class ResponseAddress {
  static async open(): Promise<ResponseAddress> {
    const answers = new Map<string, string>();
    const server = await LoopbackServer.started(0, {}, (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', chunk => chunks.push(chunk));
      request.on('end', () => {
        // What was answered stays answered.
        if (request.method === 'PUT' && !answers.has(request.url!)) answers.set(request.url!, Buffer.concat(chunks).toString());
        response.end();
      });
      request.on('error', () => {});
    });
    return new ResponseAddress(server, answers);
  }

  private constructor(private readonly server: LoopbackServer, private readonly answers: ReadonlyMap<string, string>) {}

  /** Where to answer a request. */
  of(requestId: string): string {
    return `${this.server.url}/${requestId}`;
  }

  /** What was answered, nothing before it is. */
  answer(requestId: string): string | undefined {
    return this.answers.get(`/${requestId}`);
  }

  close(): Promise<void> {
    return this.server.stop();
  }
}
