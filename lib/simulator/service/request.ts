import type { Place, Service } from '../state';

/** One request to the API of Lambda. */
export interface ServiceRequest {
  /** The account and Region of the client, as far as its signature tells them. */
  readonly place: Place;

  /** The function as the client named it: by name, partial ARN or ARN. */
  readonly functionName: string;

  /** The alias in the path; absent unless the operation is about one alias. */
  readonly aliasName?: string;

  /** The id of the statement in the path; absent unless the operation removes one. */
  readonly statementId?: string;
  readonly query: URLSearchParams;

  /** The headers, with their names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;

  /** The full size of the body, in bytes. A body that is too long for all operations is counted, but not kept. */
  readonly size: number;
}

/** The answer of Lambda to a request that it accepts. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;

  /** The body as JSON text; absent if there is none. */
  readonly body?: string;

  /** The request id of the invocation; without it, the endpoint makes one. */
  readonly requestId?: string;
}

/**
 * One operation of the API.
 *
 * @throws ServiceError if Lambda refuses the request
 * @throws NotKnownError if the behaviour of Lambda is neither documented nor recorded
 */
export type Operation = (service: Service, request: ServiceRequest) => Answer | Promise<Answer>;

/** An answer with a document. */
export function answered(status: number, document: object): Answer {
  return { status, body: JSON.stringify(document) };
}

/** The value of one header. */
export function header(request: ServiceRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : value?.[0];
}

/** The qualifier in the query. */
export function qualifierOf(request: ServiceRequest): string | undefined {
  return request.query.get('Qualifier') ?? undefined;
}
