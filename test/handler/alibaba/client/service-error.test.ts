import { ServiceError } from '../../../../lib/handler/alibaba/client/service-error';
import { classify, type ServiceError as Classified } from '../../../../lib/handler/retry/classify';

function error(status: number, body: unknown, ...secrets: (string | undefined)[]): ServiceError {
  return new ServiceError({ status, headers: {}, body: typeof body === 'string' ? body : JSON.stringify(body) }, secrets);
}

test.each([
  [{ Code: 'AccessDenied', Message: 'No.', RequestId: '1-2' }, 'AccessDenied: No. (request id 1-2)'],
  [{ code: 'AccessDenied', message: 'No.', requestId: '1-2' }, 'AccessDenied: No. (request id 1-2)'],
  [{ ErrorCode: 'AccessDenied', ErrorMessage: 'No.' }, 'AccessDenied: No.'],
  [{ errorCode: 'AccessDenied', errorMessage: 'No.' }, 'AccessDenied: No.'],
  [{ Code: 'AccessDenied' }, 'AccessDenied: no reason given'],
  [{ Message: 'No.' }, 'UnknownError: an answer with status 403, and no error in it'],
  ['<html>', 'UnknownError: an answer with status 403, and no error in it'],
  ['null', 'UnknownError: an answer with status 403, and no error in it'],
  ['', 'UnknownError: an answer with status 403, and no error in it'],
])('%j is %s', (body, words) => {
  expect(String(error(403, body))).toBe(words);
});

test('masks the secret in the text that was signed', () => {
  const { message } = error(403, { Code: 'SignatureNotMatch', Message: 'CanonicalRequest is x-acs-security-token:tok.n+/= tok.n+/=' }, 'secret', undefined, 'tok.n+/=');
  expect(message).toBe('CanonicalRequest is x-acs-security-token:*** ***');
});

test.each<[number, string, ReturnType<typeof classify>]>([
  [409, 'ConcurrentUpdateError', 'wait'],
  [429, 'ResourceThrottled', 'wait'],
  [400, 'Throttling.User', 'wait'],
  [400, 'Throttling', 'wait'],
  [500, 'InternalServerError', 'wait'],
  [503, 'ServiceUnavailable', 'wait'],
  [504, 'GatewayTimeout', 'unanswered'],
  [403, 'AccessDenied', 'grant'],
  [403, 'SignatureNotMatch', 'no'],
  [403, 'InvalidAccessKeyID', 'no'],
  [404, 'FunctionNotFound', 'no'],
  [404, 'AsyncConfigNotExists', 'no'],
  [400, 'InvalidArgument', 'no'],
  [400, 'InvalidDestinationResources', 'no'],
  [413, 'EntityTooLarge', 'no'],
])('%i %s means: %s', (status, code, expected) => {
  expect(classify(error(status, { Code: code }) satisfies Classified)).toBe(expected);
});
