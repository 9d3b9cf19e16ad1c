import type { HttpResponse } from './exchange';
import { readJson } from '../../json';

/** Error of Function Compute or STS, in the form of an error of the AWS SDK, so that `classify` reads it. */
export class ServiceError extends Error {
/** Whether the answer names an error. Otherwise something else has answered in place of the service. */
  readonly isNamed: boolean;
  readonly $metadata: { readonly httpStatusCode: number };
  readonly $response: { readonly statusCode: number; readonly headers: Readonly<Record<string, string>> };

  /** @param secrets values that the service may quote; the message masks them */
  constructor({ status, headers, body }: HttpResponse, secrets: readonly (string | undefined)[]) {
    const { code, message, requestId } = told(body);
    const words = code === undefined ? `an answer with status ${status}, and no error in it` : message ?? 'no reason given';
    super(without(secrets, requestId === undefined ? words : `${words} (request id ${requestId})`));
    // All kinds of throttling count as one, e.g. `Throttling.User`.
    this.name = code?.startsWith('Throttling') ? 'Throttling' : code ?? 'UnknownError';
    this.isNamed = code !== undefined;
    this.$metadata = { httpStatusCode: status };
    this.$response = { statusCode: status, headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `${value}`])) };
  }
}

/** The services spell these in several ways. */
function told(body: string): { code?: string; message?: string; requestId?: string } {
  const answer = Object(readJson(body)) as Readonly<Record<string, unknown>>;
  const find = (...names: string[]) => names.map(name => answer[name]).find((value): value is string => typeof value === 'string' && value !== '');
  return {
    code: find('Code', 'code', 'ErrorCode', 'errorCode'),
    message: find('Message', 'message', 'ErrorMessage', 'errorMessage'),
    requestId: find('RequestId', 'requestId'),
  };
}

/** Masks secrets: a service that refuses a signature quotes the signed text. */
function without(secrets: readonly (string | undefined)[], text: string): string {
  return secrets.reduce<string>((rest, secret) => secret ? rest.replaceAll(secret, '***') : rest, text);
}
