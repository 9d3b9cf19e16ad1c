import { CONTROL_PLANE_FUNCTION_REFERENCE } from '../../constraints/aws-lambda/identifiers';
import { NotKnownError, type Service, type SimulatedFunction } from '../state';
import { documentOf, text } from './document';
import { checkModel } from './model-validation';
import { answered, type Answer, type ServiceRequest } from './request';
import { functionNotFound, namedArn, requestTarget, targetMembers } from './target';

/** Decides whether Lambda stops recursive loops through the function. Events that are waiting run with the new setting. */
export function putFunctionRecursionConfig(service: Service, request: ServiceRequest): Answer {
  const recursiveLoop = text(documentOf(request.body).RecursiveLoop, '`RecursiveLoop`');
  const fn = unqualified(service, request);
  if (recursiveLoop !== 'Allow' && recursiveLoop !== 'Terminate') {
    throw new NotKnownError('how Lambda refuses a `RecursiveLoop` other than `Allow` or `Terminate`', 'Send one of them.');
  }
  fn.settings = { ...fn.settings, recursiveLoop };
  return answered(200, { RecursiveLoop: recursiveLoop });
}

export function getFunctionRecursionConfig(service: Service, request: ServiceRequest): Answer {
  return answered(200, { RecursiveLoop: unqualified(service, request).settings.recursiveLoop });
}

function unqualified(service: Service, request: ServiceRequest): SimulatedFunction {
  checkModel(targetMembers(request, CONTROL_PLANE_FUNCTION_REFERENCE));
  const target = requestTarget(service, request);
  if (target.qualifier !== undefined) {
    throw new NotKnownError('what Lambda answers to this operation for a version or alias', 'Name the function alone.');
  }
  if (!target.function) {
    throw functionNotFound(namedArn(target));
  }
  return target.function;
}
