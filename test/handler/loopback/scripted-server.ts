import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** What a client sent. */
export interface ReceivedRequest {
  readonly method: string;

  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;

  /** As text. */
  readonly body: string;
}

/** What the server does about a request: it answers, breaks the line, or lets the client wait for ever. */
export type Answer = ScriptedAnswer | 'reset' | 'never';

export interface ScriptedAnswer {
  /** @default 200 */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;

  /** A text as it is, anything else as JSON. */
  readonly body?: unknown;

  /** Whether to break the line in the middle of the body. */
  readonly cutOff?: boolean;

  /** What has to happen before the answer is sent. */
  readonly after?: Promise<unknown>;
}

/** Answers requests, in turn or by what they ask. */
export type Script = readonly Answer[] | ((request: ReceivedRequest) => Answer | Promise<Answer>);

/** A real server on this machine that says what a test tells it, and remembers what it was asked. */
export class ScriptedServer {
  /** Starts to listen at a free port. */
  static async start(script: Script = []): Promise<ScriptedServer> {
    const server = new ScriptedServer(script);
    await new Promise<void>(resolve => server.http.listen(0, '127.0.0.1', resolve));
    return server;
  }

  /** In the order of arrival. */
  readonly requests: ReceivedRequest[] = [];
  private readonly http: Server;
  private readonly lines = new Set<Socket>();
  private answers!: (request: ReceivedRequest) => Answer | Promise<Answer>;

  private constructor(script: Script) {
    this.script(script);
    this.http = createServer((request, response) => void this.serve(request, response));
    this.http.keepAliveTimeout = 0;
    this.http.on('connection', line => {
      this.lines.add(line);
      line.on('close', () => this.lines.delete(line));
    });
  }

  /** Where it listens, e.g. for `AWS_ENDPOINT_URL_LAMBDA`. */
  get url(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  /** Goes on with another script; a list that has come to its end answers 501, which no client takes for anything else. */
  script(script: Script): void {
    this.answers = typeof script === 'function' ? script : inTurn(script);
  }

  /** Method and path of each request. */
  get calls(): string[] {
    return this.requests.map(({ method, path }) => `${method} ${path}`);
  }

  /** Resolves when all who called have hung up. */
  async hungUp(): Promise<void> {
    await Promise.all([...this.lines].map(line => once(line, 'close')));
  }

  /** Breaks all lines and stops listening. */
  async stop(): Promise<void> {
    this.http.closeAllConnections();
    await new Promise<void>(resolve => this.http.close(() => resolve()));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const received = await read(request);
    this.requests.push(received);
    const answer = await this.answers(received);
    if (answer === 'never') {
      return;
    }
    if (answer === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    await answer.after;
    send(answer, response);
  }
}

async function read(request: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  const { pathname, searchParams } = new URL(request.url!, 'http://127.0.0.1');
  return {
    method: request.method!,
    path: decodeURIComponent(pathname),
    query: searchParams,
    headers: request.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

function send({ status = 200, headers, body = '', cutOff }: ScriptedAnswer, response: ServerResponse): void {
  const text = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  response.writeHead(status, { 'content-length': `${text.byteLength}`, ...headers });
  if (!cutOff) {
    response.end(status === 204 ? undefined : text);
    return;
  }
  response.write(text.subarray(0, Math.floor(text.byteLength / 2)), () => response.socket?.resetAndDestroy());
}

function inTurn(script: readonly Answer[]): () => Answer {
  const answers = [...script];
  return () => answers.shift() ?? unscripted();
}

function unscripted(): ScriptedAnswer {
  return { status: 501, headers: { 'x-amzn-ErrorType': 'Unscripted' }, body: { message: 'The test did not say what to answer.' } };
}
