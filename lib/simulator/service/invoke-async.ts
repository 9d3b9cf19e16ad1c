import { INVOKE_ASYNC_PAYLOAD } from '../../constraints/aws-lambda/invoke';
import type { Service } from '../state';
import { invocable } from './invoke';
import { checkModel } from './model-validation';
import { payloadOf } from './payload';
import { header, type Answer, type ServiceRequest } from './request';
import { requestTarget, targetMembers } from './target';
import { tooLargeForEvent } from './too-large';

/** Accepts an event by the deprecated InvokeAsync, which takes a qualifier only in the name, and only smaller events. */
export function invokeAsync(service: Service, request: ServiceRequest): Answer {
  const named = { ...request, query: new URLSearchParams() };
  checkModel(targetMembers(named));
  const limit = INVOKE_ASYNC_PAYLOAD.max;
  if (request.size > limit) {
    throw tooLargeForEvent(request.size, limit);
  }
  const target = requestTarget(service, named);
  const fn = invocable(target);
  const payload = payloadOf(request.body);
  const trace = header(request, 'x-amzn-trace-id');
  return { status: 202, requestId: service.accept({ function: fn, qualifier: target.qualifier, payload, payloadLimit: limit, trace }) };
}
