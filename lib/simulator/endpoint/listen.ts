import type { IncomingMessage, ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import { REQUEST_HEAD } from '../../constraints/aws-lambda/invoke';
import { checkOptions } from '../known-options';
import type { Service } from '../state';
import { readBody } from './body';
import { environmentOf } from './environment';
import { checkOrigin } from './foreign-request';
import { LoopbackServer } from './loopback-server';
import { refuse, type HttpRequest, type Protocol } from './protocol';
import { protocolOf } from './protocol-of';
import { signatureOf } from './signature';

/** Options of the endpoint. */
export interface ListenOptions {
  /**
   * The port on 127.0.0.1: 0 to 65535.
   *
   * @default 0, which takes any free port
   */
  readonly port?: number;
}

/** The API of Lambda, Amazon SQS, Amazon SNS, Amazon EventBridge and Amazon S3 over HTTP. Only programs on this machine can reach it. */
export interface Endpoint {
  /** The URL for clients of all services, e.g. for `AWS_ENDPOINT_URL_LAMBDA`: `http://127.0.0.1:` and the port. */
  readonly url: string;

  /** The environment variables with this URL for the SDKs of all services, e.g. for `runsCode({ environment })`. */
  readonly environment: Readonly<Record<string, string>>;

  /** Ends all connections. Calling it again does nothing. */
  close(): Promise<void>;
}

/**
 * Serves the API of Lambda over a simulated app, to any SDK or to the AWS CLI, and that of the app's queues, topics, buses
 * and buckets.
 *
 * It reads the service and the Region from the signature of a request, but does not check the signature. It refuses requests of web pages.
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
    const head = headOf(request);
    const protocol = protocolOf(head);
    readBody(request, protocol.longestBody, ({ kept, size }) => answer(service, protocol, requestOf(head, kept, size), response));
  });
  return { url: server.url, environment: environmentOf(server.url), close: () => server.stop() };
}

const NO_QUERY = new URLSearchParams();

type Head = Omit<HttpRequest, 'body' | 'size'>;

function headOf({ method, url, headers }: IncomingMessage): Head {
  const [path, search] = splitOnce(url!, '?');
  const query = search === '' ? NO_QUERY : new URLSearchParams(search);
  return { method: method!, path, query, headers, signature: signatureOf(headers.authorization, query) };
}

/** Lists the members: spreading the head takes 2 µs of the 20 that a request of Invoke takes beyond HTTP. */
function requestOf({ method, path, query, headers, signature }: Head, body: Buffer, size: number): HttpRequest {
  return { method, path, query, headers, signature, body, size };
}

function splitOnce(text: string, separator: string): [string, string] {
  const index = text.indexOf(separator);
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}

function answer(service: Service, protocol: Protocol, request: HttpRequest, response: ServerResponse): void {
  const refused = (error: unknown) => refuse(protocol, request, response, error);
  try {
    checkOrigin(request.headers);
    protocol.answer(service, request, response)?.catch(refused);
  } catch (error) {
    refused(error);
  }
}
