import type { IncomingMessage, ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import { REQUEST_HEAD } from '../../constraints/aws-lambda/invoke';
import { checkOptions } from '../known-options';
import { LoopbackServer } from './loopback-server';
import { LONGEST_BODY } from '../service';
import type { Service } from '../state';
import { readBody, type Body } from './body';
import { checkOrigin } from './foreign-request';
import { placeOf } from './place';
import { reply, replyError } from './reply';
import { routeOf } from './route';

/** Options of the endpoint. */
export interface ListenOptions {
  /**
   * The port on 127.0.0.1: 0 to 65535.
   *
   * @default 0, which takes any free port
   */
  readonly port?: number;
}

/** The API of Lambda over HTTP. Only programs on this machine can reach it. */
export interface Endpoint {
  /** The URL for clients, e.g. for `AWS_ENDPOINT_URL_LAMBDA`: `http://127.0.0.1:` and the port. */
  readonly url: string;

  /** Ends all connections. Calling it again does nothing. */
  close(): Promise<void>;
}

/**
 * Serves the API of Lambda over a simulated app, to any SDK or to the AWS CLI.
 *
 * It reads the Region from the signature of a request, but does not check the signature. It refuses requests of web pages.
 */
export async function listen(service: Service, options: ListenOptions = {}): Promise<Endpoint> {
  checkOptions(options, ['port'], 'listen');
  const { port = 0 } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new RangeError(`\`port\` must be an integer from 0 to 65535, got: ${inspect(port)}`);
  }
  const server = await LoopbackServer.started(port, { maxHeaderSize: REQUEST_HEAD.max }, (request, response) => {
    // The client has disconnected.
    response.on('error', () => {});
    readBody(request, LONGEST_BODY, body => {
      void answer(service, request, body, response);
    });
  });
  return { url: server.url, close: () => server.stop() };
}

async function answer(service: Service, request: IncomingMessage, { kept, size }: Body, response: ServerResponse): Promise<void> {
  try {
    checkOrigin(request.headers);
    const [path, query] = request.url!.split('?', 2);
    const { operation, ...names } = routeOf(request.method!, path);
    const answered = operation(service, {
      place: placeOf(request.headers.authorization),
      ...names,
      query: new URLSearchParams(query),
      headers: request.headers,
      body: kept,
      size,
    });
    reply(response, answered instanceof Promise ? await answered : answered);
  } catch (error) {
    replyError(response, error);
  }
}
