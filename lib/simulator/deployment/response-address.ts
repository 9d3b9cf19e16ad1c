import { LoopbackServer } from '../endpoint/loopback-server';

/** The server to which handlers of custom resources send their answers. In a deployment, it is Amazon S3. */
export class ResponseAddress {
  static async open(): Promise<ResponseAddress> {
    const answers = new Map<string, string>();
    const server = await LoopbackServer.started(0, {}, (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', chunk => chunks.push(chunk));
      request.on('end', () => {
        // Only the first answer counts.
        if (request.method === 'PUT' && !answers.has(request.url!)) {
          answers.set(request.url!, Buffer.concat(chunks).toString());
        }
        response.end();
      });
      request.on('error', () => {});
    });
    return new ResponseAddress(server, answers);
  }

  private constructor(private readonly server: LoopbackServer, private readonly answers: ReadonlyMap<string, string>) {}

  /** The `ResponseURL` of a request. */
  of(requestId: string): string {
    return `${this.server.url}/${requestId}`;
  }

  /** The answer to a request; undefined before there is one. */
  answer(requestId: string): string | undefined {
    return this.answers.get(`/${requestId}`);
  }

  close(): Promise<void> {
    return this.server.stop();
  }
}
