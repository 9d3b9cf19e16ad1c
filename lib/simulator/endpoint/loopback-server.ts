import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The only address to listen on: every program that reaches the simulator can run the code of the app. */
const LOOPBACK = '127.0.0.1';

/** A server that only programs on this machine can reach. */
export class LoopbackServer {
  /**
   * @param port 0 for any free port
   * @throws Error if the port is in use
   */
  static async started(port: number, options: ServerOptions, listener: RequestListener): Promise<LoopbackServer> {
    const server = createServer(options, listener);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, LOOPBACK, () => {
        server.off('error', reject);
        resolve();
      });
    });
    return new LoopbackServer(server);
  }

  /** The URL of the server, without a slash at the end. */
  readonly url: string;

  private constructor(private readonly server: Server) {
    this.url = `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`;
  }

  /** Ends all connections. Calling it again does nothing. */
  stop(): Promise<void> {
    return new Promise(resolve => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }
}
