import type { HttpRequest } from './protocol';
import type { Call } from '../service/model/api';
import type { Caller, MessagingServices, Service } from '../state';
import { NotSimulatedError } from './not-simulated-error';

/** The client of a request. */
export function callerOf({ headers, signature }: HttpRequest): Caller {
  const trace = headers['x-amzn-trace-id'];
  return { ...signature.place, trace: typeof trace === 'string' ? trace : undefined };
}

/** A request to an operation that has a model. */
export function callOf(service: Service, request: HttpRequest, query: boolean): Call {
  return {
    messaging: messagingOf(service),
    caller: callerOf(request),
    query,
    path: request.path,
    endpoint: `http://${request.headers.host}`,
    newRequestId: () => service.newRequestId(),
  };
}

/** @throws NotSimulatedError if only Lambda is simulated */
export function messagingOf({ messaging }: Service): MessagingServices {
  if (!messaging) {
    throw new NotSimulatedError('queues, topics, buses and buckets', 'Lambda');
  }
  return messaging;
}
