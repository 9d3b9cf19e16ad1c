import { GRANT_MESSAGES, LAMBDA_ERRORS, OTHER_ERRORS, STATUSES, type ErrorClass } from './error-class';

/** Fields that tell errors of the SDK apart. */
export interface ServiceError {
  readonly name?: string;
  readonly message?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly $response?: { readonly statusCode?: number; readonly headers?: Readonly<Record<string, string>> };

  /** Present in errors of the network. */
  readonly code?: string;
  readonly syscall?: string;

  /** Present if the role could not be assumed, so that the call never began. */
  readonly roleError?: unknown;
}

const CONTENT_TOO_LARGE = 413;

/** Steps of Node before it sends anything. */
const BEFORE_SENDING = ['connect', 'getaddrinfo'];
const NOT_CONNECTED = /did not establish a connection/;
const BROKEN_CONNECTIONS = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED'];

/** Class of an error of the SDK. Any other error has class `no`. */
export function classify(error: unknown): ErrorClass {
  const { name = '', message = '', roleError, ...thrown } = facts(error);
  if (roleError !== undefined) {
    return unsent(classify(roleError));
  }
  const status = thrown.$metadata?.httpStatusCode ?? thrown.$response?.statusCode;
  if (status === undefined) {
    return network(name, message, thrown);
  }
  if (status === CONTENT_TOO_LARGE) {
    return 'no';
  }
  if (GRANT_MESSAGES.some(late => late.test(message))) {
    return 'grant';
  }
  return own(LAMBDA_ERRORS, name) ?? own(OTHER_ERRORS, name) ?? (isCutOff(status) ? 'unanswered' : own(STATUSES, status) ?? 'no');
}

/** Whether a function, qualifier or config does not exist. Lambda has many messages for that, but one name. */
export function isNotFound(error: unknown): boolean {
  return facts(error).name === 'ResourceNotFoundException';
}

/** Fields of an error of unknown type. */
export function facts(error: unknown): ServiceError {
  if (typeof error !== 'object' || error === null) {
    return {};
  }
  const { name, message, $metadata, $response, code, syscall, roleError } = error as ServiceError;
  return { name, message, $metadata, $response, code, syscall, roleError };
}

function network(name: string, message: string, { code = '', syscall = '' }: ServiceError): ErrorClass {
  if (BEFORE_SENDING.includes(syscall) || NOT_CONNECTED.test(message)) {
    return 'wait';
  }
  return name === 'TimeoutError' || name === 'AbortError' || BROKEN_CONNECTIONS.includes(code) ? 'unanswered' : 'no';
}

/** Whether the service succeeded, but its answer arrived in part only. */
function isCutOff(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Class for the call that needed the role: it was never sent, so it can be repeated. */
function unsent(cause: ErrorClass): ErrorClass {
  return cause === 'unanswered' ? 'wait' : cause;
}

function own<K extends string | number>(table: Readonly<Record<K, ErrorClass>>, key: K): ErrorClass | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
