import type { HttpResponse } from './exchange';
import { readJson } from '../../json';

/** Of Function Compute or STS. Formed like an error of the AWS SDK, so that `classify` knows what it means. */
export class ServiceError extends Error {
  /** Whether the service said what is wrong; otherwise something else has answered in its place. */
  readonly isNamed: boolean;
  readonly $metadata: { readonly httpStatusCode: number };
  readonly $response: { readonly statusCode: number; readonly headers: Readonly<Record<string, string>> };

  /** @param secrets what the service may quote, and nobody may read */
  constructor({ status, headers, body }: HttpResponse, secrets: readonly (string | undefined)[]) {
    const { code, message, requestId } = told(body);
    const words = code === undefined ? `an answer with status ${status}, and no error in it` : message ?? 'no reason given';
    super(without(secrets, requestId === undefined ? words : `${words} (request id ${requestId})`));
    // There are many kinds of throttling, e.g. `Throttling.User`.
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

/** A signature that is refused comes back with all that was to be signed. */
function without(secrets: readonly (string | undefined)[], text: string): string {
  return secrets.reduce<string>((rest, secret) => secret ? rest.replaceAll(secret, '***') : rest, text);
}
