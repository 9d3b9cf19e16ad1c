import { send as sendLambda, type Sent } from './client';

export { sendLambda, type Sent };

/** A request of AWS JSON, made by hand. */
export async function sendJson(url: string, target: string, document: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Sent> {
  return sent(await fetch(url, {
    method: 'POST',
    headers: { 'X-Amz-Target': target, 'Content-Type': 'application/x-amz-json-1.0', ...signed(target.startsWith('AmazonSQS') ? 'sqs' : 'events'), ...headers },
    body: typeof document === 'string' ? document : JSON.stringify(document),
  }));
}

/** A request of the Query protocol, made by hand. */
export async function sendQuery(url: string, service: string, parameters: Readonly<Record<string, string>>, path = '/'): Promise<Sent> {
  return sent(await fetch(`${url}${path}`, { method: 'POST', headers: signed(service), body: new URLSearchParams(parameters) }));
}

/** A request to S3, made by hand. */
export async function sendS3(
  url: string, method: string, path: string, headers: Readonly<Record<string, string>> = {}, body?: string | Buffer,
): Promise<Sent> {
  return sent(await fetch(`${url}${path}`, { method, headers: { ...signed('s3'), ...headers }, body }));
}

/** The header of a signature that nobody checks. */
export function signed(service: string, region = 'us-east-1'): Record<string, string> {
  return { Authorization: `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260914/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0` };
}

/** The text of an element in XML; undefined if it is absent. */
export function text(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
}

async function sent(response: Response): Promise<Sent> {
  return { status: response.status, headers: response.headers, body: await response.text() };
}
