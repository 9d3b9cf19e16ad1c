import { GRANT_MESSAGES, LAMBDA_ERRORS, OTHER_ERRORS, STATUSES, type ErrorClass } from './error-class';

/** Of the errors of the SDK, what tells them apart. */
export interface ServiceError {
  readonly name?: string;
  readonly message?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
  readonly $response?: { readonly statusCode?: number; readonly headers?: Readonly<Record<string, string>> };

  /** Those of errors of the network. */
  readonly code?: string;
  readonly syscall?: string;

  /** Present if the call never began, since there was no role to call with. */
  readonly roleError?: unknown;
}

const CONTENT_TOO_LARGE = 413;

/** What Node was about to do when the network failed it: nothing had been sent by then. */
const BEFORE_SENDING = ['connect', 'getaddrinfo'];
const NOT_CONNECTED = /did not establish a connection/;
const BROKEN_CONNECTIONS = ['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED'];

/** Says what an error of the SDK means. What is no error of a call is no reason to call again. */
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

/** Whether a thing was not found. Lambda words it in many ways, which all mean that there is nothing. */
export function isNotFound(error: unknown): boolean {
  return facts(error).name === 'ResourceNotFoundException';
}

/** What a caller reads of an error that may be anything. */
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

/** The service agreed, but its words did not arrive whole. */
function isCutOff(status: number): boolean {
  return status >= 200 && status < 300;
}

/** What is unknown of the call that was to give a role is known of the one that waited for it: it never began. */
function unsent(cause: ErrorClass): ErrorClass {
  return cause === 'unanswered' ? 'wait' : cause;
}

function own<K extends string | number>(table: Readonly<Record<K, ErrorClass>>, key: K): ErrorClass | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
