import { RESERVED_CONCURRENT_EXECUTIONS } from '../../constraints/aws-lambda/function';
import { CONTROL_PLANE_FUNCTION_REFERENCE } from '../../constraints/aws-lambda/identifiers';
import { NotKnownError, type Service, type SimulatedFunction } from '../state';
import { functionOf } from './aliases';
import { documentOf, integer } from './document';
import { checkModel } from './model-validation';
import { invalidParameter } from './refusals';
import { answered, type Answer, type ServiceRequest } from './request';
import { requestTarget, targetMembers } from './target';

/** Reserves concurrency. With 0, the function does not run any more. */
export function putFunctionConcurrency(service: Service, request: ServiceRequest): Answer {
  const reserved = integer(documentOf(request.body).ReservedConcurrentExecutions, '`ReservedConcurrentExecutions`');
  if (reserved === undefined) {
    throw new NotKnownError('how Lambda refuses a missing `ReservedConcurrentExecutions`', 'Send it.');
  }
  const fn = unqualified(service, request, reserved);
  fn.reservedConcurrency = reserved;
  return answered(200, { ReservedConcurrentExecutions: reserved });
}

export function getFunctionConcurrency(service: Service, request: ServiceRequest): Answer {
  return answered(200, { ReservedConcurrentExecutions: unqualified(service, request).reservedConcurrency });
}

export function deleteFunctionConcurrency(service: Service, request: ServiceRequest): Answer {
  unqualified(service, request).reservedConcurrency = undefined;
  return { status: 204 };
}

function unqualified(service: Service, request: ServiceRequest, reserved?: number): SimulatedFunction {
  checkModel([
    ...targetMembers(request, CONTROL_PLANE_FUNCTION_REFERENCE),
    { name: 'reservedConcurrentExecutions', constraint: RESERVED_CONCURRENT_EXECUTIONS, value: reserved },
  ]);
  if (requestTarget(service, request).qualifier !== undefined) {
    throw invalidParameter(
      'This operation is permitted on Lambda functions only. Aliases and versions do not support this operation. '
      + 'Please specify either a function name or an unqualified function ARN.',
    );
  }
  return functionOf(service, request);
}
