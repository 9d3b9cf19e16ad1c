import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { LONGEST_BODY } from '../../service';
import { EVENT_BRIDGE } from '../../service/event-bridge';
import type { ModelledApi, ModelledOperation } from '../../service/model/api';
import { documentOf } from '../../service/model/documents';
import { SQS } from '../../service/sqs';
import { ServiceError } from '../../state';
import { callOf } from '../call';
import { listed, NotSimulatedError, SERVED_SERVICES } from '../not-simulated-error';
import { ownError } from '../own-error';
import type { HttpRequest, Protocol } from '../protocol';
import { TooLargeError } from '../too-large-error';

const APIS: readonly ModelledApi[] = [SQS, EVENT_BRIDGE];

/** Errors that no service has, but the framework of all of them, by their codes in the Query protocol. */
const MALFORMED = 'SerializationException';
const FRAMEWORK: Readonly<Record<string, string>> = {
  [MALFORMED]: 'com.amazon.coral.service#SerializationException',
  AccessDenied: 'com.amazon.coral.service#AccessDeniedException',
};

/** AWS JSON 1.0 and 1.1: the operation in the header `X-Amz-Target`, documents in JSON. */
export const AWS_JSON: Protocol = {
  longestBody: LONGEST_BODY,

  answer: (service, request, response) => {
    const { api, operation } = operationOf(request);
    if (request.size > LONGEST_BODY) {
      throw new TooLargeError(request.size, LONGEST_BODY);
    }
    const input = documentOf(operation.input, parsed(request.body.toString()));
    send(response, api, 200, operation.run(callOf(service, request, false), input));
  },

  refuse: (request, response, error) => {
    const api = apiOf(request);
    if (error instanceof ServiceError) {
      const { code, statusCode, message } = error;
      // Clients that used the Query protocol before know errors by its codes.
      const headers = api?.xmlNamespace === undefined || code === MALFORMED ? [] : ['x-amzn-query-error', `${api.queryCode(error)};Sender`];
      return send(response, api, statusCode, { __type: typeOf(code, api?.errorNamespace), message }, headers);
    }
    const { code, status, message } = ownError(error);
    return send(response, api, status, { __type: code, message });
  },
};

function apiOf({ headers }: HttpRequest): ModelledApi | undefined {
  const [target] = String(headers['x-amz-target']).split('.', 1);
  return APIS.find(api => api.target === target);
}

/** @throws NotSimulatedError if the simulator does not serve it */
function operationOf(request: HttpRequest): { api: ModelledApi; operation: ModelledOperation } {
  const target = String(request.headers['x-amz-target']);
  const api = apiOf(request);
  if (!api) {
    throw new NotSimulatedError(`\`${target}\``, SERVED_SERVICES);
  }
  const name = target.slice(api.target!.length + 1);
  if (!Object.hasOwn(api.operations, name)) {
    throw new NotSimulatedError(`${name} of ${api.title}`, listed(Object.keys(api.operations)));
  }
  return { api, operation: api.operations[name] };
}

function typeOf(code: string, namespace: string | undefined): string {
  return FRAMEWORK[code] ?? (namespace === undefined ? code : `${namespace}#${code}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text || '{}');
  } catch {
    throw new ServiceError(MALFORMED, 400, 'The body is not valid JSON.');
  }
}

function send(response: ServerResponse, api: ModelledApi | undefined, status: number, document: object, headers: readonly string[] = []): void {
  const body = JSON.stringify(document);
  response.writeHead(status, [
    'x-amzn-RequestId', randomUUID(),
    'Content-Type', `application/x-amz-json-${api?.jsonVersion ?? '1.0'}`,
    'Content-Length', `${Buffer.byteLength(body)}`,
    ...headers,
  ]);
  response.end(body);
}
