import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Never anything else: what is put here decides about the deployment. */
const LOOPBACK = '127.0.0.1';

/** Where the handlers of custom resources put their answers. In a deployment, this is a pre-signed URL of S3. */
export class ResponseAddress {
  static async open(): Promise<ResponseAddress> {
    const answers = new Map<string, string>();
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', chunk => chunks.push(chunk));
      request.on('end', () => {
        // What was answered stays answered.
        if (request.method === 'PUT' && !answers.has(request.url!)) answers.set(request.url!, Buffer.concat(chunks).toString());
        response.end();
      });
      request.on('error', () => {});
    });
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, LOOPBACK, resolve));
    return new ResponseAddress(server, answers);
  }

  private constructor(private readonly server: Server, private readonly answers: ReadonlyMap<string, string>) {}

  /** Where to answer a request. */
  of(requestId: string): string {
    return `http://${LOOPBACK}:${(this.server.address() as AddressInfo).port}/${requestId}`;
  }

  /** What was answered, nothing before it is. */
  answer(requestId: string): string | undefined {
    return this.answers.get(`/${requestId}`);
  }

  close(): Promise<void> {
    return new Promise(resolve => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }
}
