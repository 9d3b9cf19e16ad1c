import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkOrigin } from '../../simulator/endpoint/foreign-request';
import { LoopbackServer } from '../../simulator/endpoint/loopback-server';

/** Serves one page on this machine, and tells its readers when there is another. */
export class PageServer {
  /**
   * @param port 0 for any free port
   * @throws Error if the port is in use
   */
  static async started(port: number, page: string): Promise<PageServer> {
    const readers = new Set<ServerResponse>();
    const served = { page };
    const server = await LoopbackServer.started(port, {}, (request, response) => answer(request, response, served.page, readers));
    return new PageServer(server, readers, served);
  }

  private constructor(
    private readonly server: LoopbackServer,
    private readonly readers: ReadonlySet<ServerResponse>,
    private readonly served: { page: string },
  ) {}

  get url(): string {
    return `${this.server.url}/`;
  }

  /** Replaces the page. Browsers that show it load it again. */
  replace(page: string): void {
    this.served.page = page;
    this.readers.forEach(reader => reader.write('event: change\ndata:\n\n'));
  }

  close(): Promise<void> {
    return this.server.stop();
  }
}

function answer(request: IncomingMessage, response: ServerResponse, page: string, readers: Set<ServerResponse>): void {
  const end = (status: number, type: string, body: string) => response
    .writeHead(status, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' }).end(body);
  try {
    checkOrigin(request.headers);
  } catch {
    return void end(403, 'text/plain', 'Only this machine may read this page.\n');
  }
  if (request.method !== 'GET') {
    return void end(405, 'text/plain', 'Only GET is served here.\n');
  }
  switch (request.url) {
    case '/':
      return void end(200, 'text/html', page);
    case '/favicon.ico':
      return void response.writeHead(204).end();
    case '/changes':
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      // A first line, so that the browser knows that it is connected.
      response.write(':\n\n');
      readers.add(response);
      return void response.on('close', () => readers.delete(response));
    default:
      return void end(404, 'text/plain', 'There is only one page here: /\n');
  }
}
