import type { Place, Service } from '../state';

/** One request to the API of Lambda, whatever brought it. */
export interface ServiceRequest {
  /** Where the client thinks that it is. */
  readonly place: Place;

  /** As the client wrote it: a name, a partial ARN or an ARN. */
  readonly functionName: string;

  /** Of the operations on one alias. */
  readonly aliasName?: string;
  readonly query: URLSearchParams;

  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;

  /** How long the body is, in bytes: what is longer than any operation takes is counted, but not kept. */
  readonly size: number;
}

/** What the service answers when it does what it is asked. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;

  /** JSON text; absent for none. */
  readonly body?: string;

  /** That of the invocation; absent when any will do. */
  readonly requestId?: string;
}

/**
 * One operation of the API.
 *
 * @throws ServiceError as the service refuses it
 * @throws NotKnownError when nobody knows what the service does
 */
export type Operation = (service: Service, request: ServiceRequest) => Answer | Promise<Answer>;

/** An answer with a document. */
export function answered(status: number, document: object): Answer {
  return { status, body: JSON.stringify(document) };
}

/** One header, as the client sent it. */
export function header(request: ServiceRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : value?.[0];
}

/** The separate qualifier. */
export function qualifierOf(request: ServiceRequest): string | undefined {
  return request.query.get('Qualifier') ?? undefined;
}
