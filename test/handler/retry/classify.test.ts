import { GetFunctionEventInvokeConfigCommand, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { classify, isNotFound } from '../../../lib/handler/retry/classify';
import { LAMBDA_ERRORS } from '../../../lib/handler/retry/error-class';
import { pointSdkTo } from '../loopback/environment';
import { lambdaError } from '../loopback/lambda-answers';
import { ScriptedServer, type Answer } from '../loopback/scripted-server';

let lambda: ScriptedServer;
let restore: () => void;

beforeAll(async () => {
  lambda = await ScriptedServer.start();
  restore = pointSdkTo({ LAMBDA: lambda.url });
});

afterAll(async () => {
  restore();
  await lambda.stop();
});

/** What the real client throws when the server answers so. */
async function thrown(answer: Answer, requestTimeout?: number): Promise<unknown> {
  lambda.script([answer]);
  const client = new LambdaClient({ maxAttempts: 1, requestHandler: { throwOnRequestTimeout: true } });
  try {
    return await client.send(new InvokeCommand({ FunctionName: 'f' }), { requestTimeout }).then(() => 'nothing was thrown', error => error);
  } finally {
    client.destroy();
  }
}

describe('the errors of Invoke', () => {
  test.each([
    [400, 'InvalidParameterValueException', 'no'],
    [400, 'InvalidRequestContentException', 'no'],
    [400, 'ModeNotSupportedException', 'no'],
    [400, 'NoPublishedVersionException', 'no'],
    [400, 'RecursiveInvocationException', 'no'],
    [400, 'SnapStartException', 'no'],
    [400, 'ValidationException', 'no'],
    [402, 'ServiceQuotaExceededException', 'no'],
    [403, 'AccessDeniedException', 'grant'],
    [403, 'EFSMountFailureException', 'no'],
    [403, 'S3FilesMountFailureException', 'no'],
    [404, 'ResourceNotFoundException', 'no'],
    [408, 'EFSMountConnectivityException', 'maybe'],
    [408, 'EFSMountTimeoutException', 'maybe'],
    [408, 'S3FilesMountConnectivityException', 'maybe'],
    [408, 'S3FilesMountTimeoutException', 'maybe'],
    [408, 'SnapStartTimeoutException', 'maybe'],
    [409, 'ResourceConflictException', 'wait'],
    [409, 'SnapStartNotReadyException', 'wait'],
    [409, 'SnapStartRegenerationFailureException', 'long wait'],
    [409, 'CodeArtifactUserPendingException', 'wait'],
    [409, 'CodeArtifactUserDeletedException', 'long wait'],
    [409, 'CodeArtifactUserFailedException', 'no'],
    [409, 'DurableExecutionAlreadyStartedException', 'no'],
    [410, 'EFSIOException', 'maybe'],
    [413, 'RequestTooLargeException', 'no'],
    [413, 'RequestEntityTooLargeException', 'no'],
    [413, 'SerializedRequestEntityTooLargeException', 'no'],
    [415, 'UnsupportedMediaTypeException', 'no'],
    [429, 'TooManyRequestsException', 'wait'],
    [500, 'ServiceException', 'wait'],
    [502, 'EC2ThrottledException', 'wait'],
    [502, 'ENINotReadyException', 'wait'],
    [502, 'ResourceNotReadyException', 'wait'],
    [502, 'EC2UnexpectedException', 'maybe'],
    [502, 'ENILimitReachedException', 'no'],
    [502, 'SubnetIPAddressLimitReachedException', 'no'],
    [502, 'EC2AccessDeniedException', 'no'],
    [502, 'InvalidSecurityGroupIDException', 'no'],
    [502, 'InvalidSubnetIDException', 'no'],
    [502, 'InvalidRuntimeException', 'no'],
    [502, 'InvalidZipFileException', 'no'],
    [502, 'KMSAccessDeniedException', 'no'],
    [502, 'KMSDisabledException', 'no'],
    [502, 'KMSInvalidStateException', 'no'],
    [502, 'KMSNotFoundException', 'no'],
  ])('%i %s: %s', async (status, name, expected) => {
    const error = await thrown(lambdaError(status, name));
    expect(error).toMatchObject({ name, $metadata: { httpStatusCode: status, attempts: 1 } });
    expect(classify(error)).toBe(expected);
    expect(LAMBDA_ERRORS[name]).toBe(expected);
  });

  test('are 46: those of the model, and three that are met besides', () => {
    expect(Object.keys(LAMBDA_ERRORS)).toHaveLength(43 + 3);
  });
});

test.each([
  [400, 'Strange', 'no'],
  [401, 'UnrecognizedClientException', 'no'],
  [408, 'Strange', 'maybe'],
  [409, 'Strange', 'wait'],
  [413, 'Strange', 'no'],
  [413, 'TooManyRequestsException', 'no'],
  [429, 'Strange', 'wait'],
  [500, 'Strange', 'wait'],
  [502, 'Strange', 'maybe'],
  [503, 'Strange', 'wait'],
  [504, 'Strange', 'unanswered'],
  [400, 'Throttling', 'wait'],
  [400, 'ThrottlingException', 'wait'],
  [400, 'constructor', 'no'],
])('an error that is unknown to Lambda, %i %s: %s', async (status, name, expected) => {
  expect(classify(await thrown(lambdaError(status, name)))).toBe(expected);
});

test.each([
  'The function execution role does not have permissions to call SendMessage on SQS',
  'The provided execution role does not have permissions to call Publish on SNS',
  'The destination ARN arn:aws:lambda:us-east-1:123456789012:function:g is invalid.',
])('a permission may still be on its way: %s', async message => {
  expect(classify(await thrown(lambdaError(400, 'InvalidParameterValueException', message)))).toBe('grant');
});

test.each([
  'The provided destination config DestinationConfig(onSuccess=OnSuccess(destination=arn:aws:s3:::b), onFailure=null) is invalid.',
  "You can't specify the function as a destination for itself.",
])('a config that Lambda never takes stays refused: %s', async message => {
  expect(classify(await thrown(lambdaError(400, 'InvalidParameterValueException', message)))).toBe('no');
});

describe('without a whole answer', () => {
  test('a gateway that answers in its own words is classified by its status', async () => {
    expect(classify(await thrown({ status: 503, body: '<html>busy</html>' }))).toBe('wait');
  });

  test.each([
    ['the line breaks before the answer', 'reset', undefined],
    ['no answer comes in time', 'never', 50],
    ['the line breaks within the answer', { body: 'a response that has many words', cutOff: true }, undefined],
  ] as const)('%s: nobody knows what became of the request', async (_, answer, requestTimeout) => {
    expect(classify(await thrown(answer, requestTimeout))).toBe('unanswered');
  });

  test('a refused connection: nothing was sent', async () => {
    const closed = await ScriptedServer.start();
    const endpoint = closed.url;
    await closed.stop();
    const client = new LambdaClient({ endpoint, maxAttempts: 1 });
    const error: unknown = await client.send(new InvokeCommand({ FunctionName: 'f' })).catch(caught => caught);
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
    expect(classify(error)).toBe('wait');
  });

  test('an unknown host: nothing was sent', async () => {
    const client = new LambdaClient({ endpoint: 'http://lambda.invalid', maxAttempts: 1 });
    const error: unknown = await client.send(new InvokeCommand({ FunctionName: 'f' })).catch(caught => caught);
    expect(error).toMatchObject({ syscall: 'getaddrinfo' });
    expect(classify(error)).toBe('wait');
  });

  test('an answer to a harmless question that breaks off', async () => {
    lambda.script([{ body: { MaximumRetryAttempts: 1 }, cutOff: true }]);
    const client = new LambdaClient({ maxAttempts: 1 });
    expect(classify(await client.send(new GetFunctionEventInvokeConfigCommand({ FunctionName: 'f' })).catch(caught => caught))).toBe('unanswered');
  });
});

test.each([undefined, null, 'text', 7, new Error('a mistake of ours'), new TypeError('x is undefined')])('does not retry %p', error => {
  expect(classify(error)).toBe('no');
});

test.each([
  "The function arn:aws:lambda:us-east-1:123456789012:function:f:$LATEST doesn't have an EventInvokeConfig",
  "The function doesn't exist.",
  "Functions from 'eu-west-1' are not reachable in this region ('us-east-1')",
])('nothing is found, in whatever words: %s', async message => {
  expect(isNotFound(await thrown(lambdaError(404, 'ResourceNotFoundException', message)))).toBe(true);
});

test('another error is not "not found"', async () => {
  expect(isNotFound(await thrown(lambdaError(403, 'AccessDeniedException')))).toBe(false);
  expect(isNotFound(undefined)).toBe(false);
});

test('a status is enough wherever it stands', () => {
  expect(classify({ $metadata: { httpStatusCode: 429 } })).toBe('wait');
  expect(classify({ $metadata: {}, $response: { statusCode: 504 } })).toBe('unanswered');
});
