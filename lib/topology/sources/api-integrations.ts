import { EVENT } from './lambda-call';
import type { Delivery } from '../nodes/delivery';
import type { Declared, Reader } from '../reader';
import type { FunctionTarget } from '../targets/target';
import { cut } from '../values/arn';
import { entriesOf, textOfEntry, type Tree } from '../values/tree';
import { concatenated, known, literal, partsOf, unknown, type Text, type Unknown } from '../values/value';

/** An integration, as methods, routes and OpenAPI documents have it. */
export interface ApiIntegration {
  /** `AWS` for a call of a service with a request of its own. A proxy integration always waits for the function. */
  readonly type?: Text;
  readonly uri?: Text;

  /** The role with which the API calls. */
  readonly credentials?: Text;
  readonly requestParameters?: Tree;

  /** The property with the address. */
  readonly property: string;
}

/** The asynchronous invocation by an integration; none if it waits for the function. */
export function apiIntegration(reader: Reader, declared: Declared, integration: ApiIntegration): Delivery[] {
  const { type, uri, credentials, property } = integration;
  if (uri === undefined || known(type)?.toUpperCase() !== 'AWS') {
    return [];
  }
  const to = invoked(reader, declared, uri, invocationType(integration.requestParameters));
  return to ? [{ kind: 'api-integration', origin: declared.origin, property, to, role: reader.target(credentials, declared) }] : [];
}

/** The header that decides whether Lambda waits for the function. */
const HEADER = 'integration.request.header.x-amz-invocation-type';

/** A value in quotation marks is static; any other comes from the request. */
function invocationType(requestParameters: Tree | undefined): Text | undefined {
  const header = entriesOf(requestParameters).find(([name]) => name.toLowerCase() === HEADER);
  const value = header && textOfEntry(requestParameters, header[0]);
  if (value?.kind !== 'literal') {
    return value ?? (requestParameters?.kind === 'unknown' ? requestParameters : undefined);
  }
  const word = /^'(.*)'$/.exec(value.value)?.[1];
  return word === undefined ? unknown('each request decides whether the call is asynchronous') : literal(word);
}

function invoked(reader: Reader, declared: Declared, uri: Text, type: Text | undefined): FunctionTarget | Unknown | undefined {
  const pieces = cut(partsOf(uri), '/');
  const start = pieces.findIndex(piece => known(piece) === 'functions');
  const operation = known(pieces[start + 2])?.split('?', 1)[0];
  const isAsynchronous = operation === 'invoke-async' || known(type) === EVENT;
  if (uri.kind !== 'unknown' && (start < 1 || !isLambda(reader, pieces, start))) {
    return undefined;
  }
  if (!isAsynchronous) {
    return type === undefined || type.kind === 'literal' ? undefined : type.kind === 'unknown' ? type : unknown('its invocation type is known at deploy time only');
  }
  return uri.kind === 'unknown' ? uri : reader.function(pieces[start + 1], declared, qualifierIn(pieces[start + 2]));
}

/** Whether an address begins like `arn:aws:apigateway:eu-west-1:lambda:path`. */
function isLambda(reader: Reader, pieces: readonly Text[], end: number): boolean {
  const [arn, , gateway, , service] = reader.fields(concatenated(pieces.slice(0, end), '/')).map(known);
  return arn === 'arn' && gateway === 'apigateway' && service?.split('.').at(-1) === 'lambda';
}

function qualifierIn(operation: Text | undefined): Text | undefined {
  const qualifier = /\?Qualifier=([^&]+)/.exec(known(operation) ?? '')?.[1];
  return qualifier === undefined ? undefined : literal(qualifier);
}
