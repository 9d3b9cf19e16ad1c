import { INVOCATION_TYPE, LOG_TYPE, CLIENT_CONTEXT, DURABLE_EXECUTION_NAME, EVENT_PAYLOAD, SYNCHRONOUS_PAYLOAD, TENANT_ID } from '../../constraints/aws-lambda/invoke';
import { LOG_RESULT } from '../../constraints/aws-lambda/recorded';
import { PENDING } from '../../constraints/aws-lambda/recordings';
import { NotKnownError, ServiceError, type InvocationRequest, type InvocationResult, type Service, type SimulatedFunction } from '../state';
import { checkModel } from './model-validation';
import { payloadOf } from './payload';
import { conflict } from './refusals';
import { header, type Answer, type ServiceRequest } from './request';
import { existing, functionNotFound, qualifiedArn, requestTarget, targetMembers, type RequestTarget } from './target';
import { tooLargeForEvent, tooLargeForInvoke } from './too-large';

/** Accepts an event, runs the function, or only checks the request, depending on the invocation type. */
export function invoke(service: Service, request: ServiceRequest): Answer | Promise<Answer> {
  const type = header(request, 'x-amz-invocation-type') || 'RequestResponse';
  const tenantId = header(request, 'x-amz-tenant-id');
  const executionName = header(request, 'x-amz-durable-execution-name');
  checkModel([
    ...targetMembers(request),
    { name: 'tenantId', constraint: TENANT_ID, value: tenantId },
    { name: 'durableExecutionName', constraint: DURABLE_EXECUTION_NAME, value: executionName },
  ]);
  checkChoice(type, INVOCATION_TYPE.values, 'an invocation type');
  checkChoice(header(request, 'x-amz-log-type') || 'None', LOG_TYPE.values, 'a log type');
  checkSize(type, request.size);
  const target = requestTarget(service, request);
  const fn = invocable(target);
  checkDurable(fn, target, executionName);
  checkTenant(fn, tenantId);
  if (type === 'DryRun') {
    return { status: 204 };
  }
  const payload = payloadOf(request.body);
  const invocation: InvocationRequest = { function: fn, qualifier: target.qualifier, payload, tenantId, trace: header(request, 'x-amzn-trace-id') };
  if (type === 'Event') {
    return { status: 202, requestId: service.accept(invocation) };
  }
  return service.run({ ...invocation, clientContext: clientContext(request) })
    .then(result => synchronousAnswer(result, header(request, 'x-amz-log-type') === 'Tail'));
}

/**
 * The function to invoke.
 *
 * @throws ServiceError if the function or its qualifier does not exist, or if the function is not active
 */
export function invocable(target: RequestTarget): SimulatedFunction {
  const fn = existing(target);
  if (!fn) {
    if (target.function && target.qualifier === '$LATEST.PUBLISHED') {
      throw new NotKnownError('what Lambda answers for `$LATEST.PUBLISHED` of a function that is not on managed instances', 'Use `$LATEST`, a version or an alias.');
    }
    throw functionNotFound(qualifiedArn(target));
  }
  if (fn.state !== 'Active') {
    throw conflict(PENDING.answer);
  }
  return fn;
}

function checkChoice(given: string, choices: readonly string[], what: string): void {
  if (choices.includes(given)) {
    return;
  }
  throw new NotKnownError(`how Lambda refuses ${what} other than ${choices.join(', ')}`, 'Use one of them.');
}

function checkSize(type: string, size: number): void {
  if (type === 'Event' && size > EVENT_PAYLOAD.max) {
    throw tooLargeForEvent(size, EVENT_PAYLOAD.max);
  }
  if (size > SYNCHRONOUS_PAYLOAD.max) {
    throw tooLargeForInvoke(SYNCHRONOUS_PAYLOAD.max);
  }
}

/** Refuses requests that break the rules of durable functions. Lambda's own messages were not recorded. */
function checkDurable({ durable }: SimulatedFunction, { qualifier }: RequestTarget, executionName?: string): void {
  if (durable && qualifier === undefined) {
    throw new NotKnownError('how Lambda refuses to invoke a durable function without a qualifier', 'Use `$LATEST`, a version or an alias.');
  }
  if (!durable && executionName !== undefined) {
    throw new NotKnownError('what Lambda does with the name of an execution of a function that is not durable', 'Leave the name out.');
  }
}

/**
 * Checks that a request has a tenant id if, and only if, the function has tenant isolation.
 *
 * @throws NotKnownError if not
 */
export function checkTenant({ tenantIsolated }: SimulatedFunction, tenantId: string | undefined): void {
  if (tenantIsolated === (tenantId !== undefined)) {
    return;
  }
  throw tenantIsolated
    ? new NotKnownError('how Lambda refuses to invoke a function with tenant isolation without a tenant id', 'Send one.')
    : new NotKnownError('what Lambda does with a tenant id for a function without tenant isolation', 'Leave it out.');
}

function clientContext(request: ServiceRequest): unknown {
  const encoded = header(request, 'x-amz-client-context');
  if (encoded === undefined) {
    return undefined;
  }
  if (encoded.length > CLIENT_CONTEXT.max) {
    throw new NotKnownError(`how Lambda refuses a client context of more than ${CLIENT_CONTEXT.max} bytes`, 'Send less.');
  }
  try {
    return JSON.parse(Buffer.from(encoded, 'base64').toString());
  } catch {
    throw new ServiceError('InvalidRequestContentException', 400, 'Client context must be a valid Base64-encoded JSON object.');
  }
}

function synchronousAnswer({ requestId, executedVersion, functionError, payload, log }: InvocationResult, withLog: boolean): Answer {
  return {
    status: 200,
    requestId,
    headers: {
      'X-Amz-Executed-Version': executedVersion,
      ...functionError === undefined ? {} : { 'X-Amz-Function-Error': functionError },
      ...withLog ? { 'X-Amz-Log-Result': Buffer.from(log).subarray(-LOG_RESULT.max).toString('base64') } : {},
    },
    body: payload,
  };
}
