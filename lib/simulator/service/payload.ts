import { isUtf8 } from 'node:buffer';
import { NotKnownError, ServiceError } from '../state';
import { jsonComplaint } from './json-complaint';

/**
 * The payload as JSON text; undefined if the body is empty.
 *
 * @throws ServiceError if it is not JSON, in the words of Lambda
 */
export function payloadOf(body: Buffer): string | undefined {
  if (body.length === 0) {
    return undefined;
  }
  const text = body.toString();
  if (isJson(text) && isUtf8(body)) {
    return text;
  }
  const complaint = jsonComplaint(body);
  if (complaint === undefined) {
    throw new NotKnownError('what Lambda answers to a payload without a JSON value, or with more than one', 'Send one JSON value in UTF-8.');
  }
  throw new ServiceError(
    'InvalidRequestContentException', 400, `Could not parse request body into json: Could not parse payload into json: ${complaint}`,
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
