import * as http from 'node:http';
import * as https from 'node:https';
import { AnswerTooLarge, LARGEST_ANSWER } from '../../retry/largest-answer';

/** HTTP request. */
export interface HttpRequest {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;

  /** Empty for none. */
  readonly body: string;
}

/** Whole HTTP answer. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<http.IncomingHttpHeaders>;
  readonly body: string;
}

/**
 * Sends one request, once.
 *
 * `fetch` has one message for all errors of the network. These errors tell whether anything was sent.
 *
 * @throws Error of the network, as Node throws it
 */
export function exchange({ method, url, headers, body }: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
  return new Promise((resolve, reject) => {
    const { request } = url.protocol === 'http:' ? http : https;
    const length = body === '' ? {} : { 'content-length': `${Buffer.byteLength(body)}` };
    const sent = request(url, { method, headers: { ...headers, ...length }, agent: false, signal }, response => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.byteLength;
        if (bytes > LARGEST_ANSWER) {
          response.destroy(new AnswerTooLarge());
        } else {
          chunks.push(chunk);
        }
      });
      response.on('error', reject);
      response.on('end', () => resolve({
        status: response.statusCode!,
        headers: response.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
