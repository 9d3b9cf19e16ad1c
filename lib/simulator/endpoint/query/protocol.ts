import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { documentOfParameters } from './parameters';

import { LONGEST_BODY } from '../../service';
import type { ModelledApi } from '../../service/model/api';
import { element, xmlOf } from '../../service/model/xml';
import { SNS } from '../../service/sns';
import { SQS } from '../../service/sqs';
import { ServiceError } from '../../state';
import { callOf } from '../call';
import { listed, NotSimulatedError, SERVED_SERVICES } from '../not-simulated-error';
import { ownError } from '../own-error';
import type { HttpRequest, Protocol } from '../protocol';
import { TooLargeError } from '../too-large-error';

/** By the service in the signature, and by the version that requests name. */
const APIS: Readonly<Record<string, ModelledApi>> = { 'sqs': SQS, '2012-11-05': SQS, 'sns': SNS, '2010-03-31': SNS };

/** The Query protocol: the operation and its document are parameters, answers are in XML. */
export const QUERY: Protocol = {
  longestBody: LONGEST_BODY,

  answer: (service, request, response) => {
    if (request.size > LONGEST_BODY) {
      throw new TooLargeError(request.size, LONGEST_BODY);
    }
    const parameters = parametersOf(request);
    const action = parameters.get('Action') ?? '';
    const api = apiOf(request);
    if (!api) {
      throw new NotSimulatedError(`the action \`${action}\` of the service \`${request.signature.service}\``, SERVED_SERVICES);
    }
    if (!Object.hasOwn(api.operations, action)) {
      throw new NotSimulatedError(`\`${action}\` of ${api.title}`, listed(Object.keys(api.operations)));
    }
    const operation = api.operations[action];
    const output = operation.run(callOf(service, request, true), documentOfParameters(operation.input, parameters));
    const content = xmlOf(operation.output, output);
    const hasResult = Object.keys(operation.output.members).length > 0;
    send(response, 200, api, `${action}Response`, hasResult ? `<${action}Result>${content}</${action}Result>` : '', true);
  },

  refuse: (request, response, error) => {
    const api = apiOf(request);
    const { status, code, message } = error instanceof ServiceError
      ? { status: error.statusCode, code: api?.queryCode(error), message: error.message }
      : ownError(error);
    send(response, status, api, 'ErrorResponse', `<Error><Type>Sender</Type>${element('Code', code)}${element('Message', message)}</Error>`, false);
  },
};

/** Parameters in the URL do not count: a web page could send such a request without the header by which it is refused. */
function parametersOf({ body }: HttpRequest): URLSearchParams {
  return new URLSearchParams(body.toString());
}

function apiOf(request: HttpRequest): ModelledApi | undefined {
  const name = request.signature.service ?? parametersOf(request).get('Version') ?? '';
  return Object.hasOwn(APIS, name) ? APIS[name] : undefined;
}

function send(response: ServerResponse, status: number, api: ModelledApi | undefined, name: string, content: string, isAnswer: boolean): void {
  const requestId = randomUUID();
  const metadata = isAnswer ? `<ResponseMetadata>${element('RequestId', requestId)}</ResponseMetadata>` : element('RequestId', requestId);
  const namespace = api?.xmlNamespace === undefined ? '' : ` xmlns="${api.xmlNamespace}"`;
  const body = `<?xml version="1.0"?><${name}${namespace}>${content}${metadata}</${name}>`;
  response.writeHead(status, ['x-amzn-RequestId', requestId, 'Content-Type', 'text/xml', 'Content-Length', `${Buffer.byteLength(body)}`]);
  response.end(body);
}
