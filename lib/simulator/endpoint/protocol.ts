import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Signature } from './signature';
import type { Service } from '../state';

/** One request, whatever its protocol is. */
export interface HttpRequest {
  readonly method: string;

  /** The path as it was sent, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;

  /** The headers, with their names in lower case. */
  readonly headers: IncomingHttpHeaders;
  readonly signature: Signature;

  /** Empty if it is longer than the protocol takes. */
  readonly body: Buffer;

  /** The full size of the body, in bytes. */
  readonly size: number;
}

/** How clients of a service write requests and read answers. */
export interface Protocol {
  /** The longest body that is kept, in bytes. */
  readonly longestBody: number;

  /**
   * Sends the answer of the service.
   *
   * @throws any error for which `refuse` finds an answer
   */
  answer(service: Service, request: HttpRequest, response: ServerResponse): void | Promise<void>;

  /** Sends an error in the form that the client understands. */
  refuse(request: HttpRequest, response: ServerResponse, error: unknown): void;
}

/** Sends an error. If the answer has begun, ends the connection, because the client must not take the part for the whole. */
export function refuse(protocol: Protocol, request: HttpRequest, response: ServerResponse, error: unknown): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
  } else {
    protocol.refuse(request, response, error);
  }
}
