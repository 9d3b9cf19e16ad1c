import type { Answer, Operation, ServiceRequest } from '../../../lib/simulator/service';
import { NotKnownError, ServiceError, type Service } from '../../../lib/simulator/state';

/** A request. Only the function is required. */
export type Question = Partial<Omit<ServiceRequest, 'functionName' | 'query' | 'body'>> & {
  readonly functionName?: string;
  readonly query?: Readonly<Record<string, string>>;

  /** A document, or the exact bytes. */
  readonly body?: object | Buffer;
};

/** The answer of the service with its document parsed, or the error in one line. */
export async function ask(service: Service, operation: Operation, question: Question = {}): Promise<unknown> {
  const { functionName = 'fn', query = {}, body = Buffer.alloc(0), ...rest } = question;
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  try {
    const request = { place: {}, headers: {}, size: bytes.length, ...rest, functionName, query: new URLSearchParams(query), body: bytes };
    return told(await operation(service, request));
  } catch (error) {
    if (error instanceof ServiceError) {
      return `${error.statusCode} ${error.code}: ${error.message}`;
    }
    if (error instanceof NotKnownError) {
      return error.message;
    }
    throw error;
  }
}

function told({ status, headers, body }: Answer): unknown {
  return { status, ...headers && Object.keys(headers).length > 0 ? { headers } : {}, ...body === undefined ? {} : { body: JSON.parse(body) } };
}
