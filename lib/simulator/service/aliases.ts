import { ALIAS_DESCRIPTION, ALIAS_NAME } from '../../constraints/aws-lambda/alias';
import { CONTROL_PLANE_FUNCTION_REFERENCE, LATEST } from '../../constraints/aws-lambda/identifiers';
import { LIST_LENGTH, LIST_PAGE, RECORDED_ALIAS_VERSION } from '../../constraints/aws-lambda/recorded';
import { NotKnownError, ServiceError, type Service, type SimulatedAlias, type SimulatedFunction } from '../state';
import { askedRouting, checkRouting, routingViolations, type AskedRouting } from './alias-routing';
import { documentOf, text } from './document';
import { checkModel, type Member } from './model-validation';
import { maxItemsOf, page } from './page';
import { conflict, notFound } from './refusals';
import { answered, type Answer, type ServiceRequest } from './request';
import { functionNotFound, requestTarget, targetMembers } from './target';

/** The settings in a CreateAlias or UpdateAlias request. */
interface AskedAlias {
  readonly name?: string;
  readonly version?: string;
  readonly description?: string;
  readonly routing?: AskedRouting;
  readonly revisionId?: string;
}

export function createAlias(service: Service, request: ServiceRequest): Answer {
  const asked = askedAlias(request);
  const { name, version } = asked;
  if (name === undefined || version === undefined) {
    throw new NotKnownError('how Lambda refuses an alias without a name or version', 'Send both.');
  }
  check(request, asked, name);
  const target = requestTarget(service, request);
  if (!target.function && target.qualifier === undefined) {
    throw functionNotFound(`${target.arn}:${version}`);
  }
  const fn = functionOf(service, request);
  checkVersions(fn, asked, version);
  if (fn.aliases.has(name)) {
    throw conflict(`Alias already exists: ${fn.arn}:${name}`);
  }
  const { description } = asked;
  const alias: SimulatedAlias = { version, additional: additionalOf(asked.routing), description, revisionId: service.newRequestId() };
  fn.aliases.set(name, alias);
  return answered(201, described(service, fn, name, alias));
}

/** Changes the settings in the request. An empty routing removes the weights; a missing one keeps them. */
export function updateAlias(service: Service, request: ServiceRequest): Answer {
  const asked = askedAlias(request);
  const name = request.aliasName!;
  check(request, asked, name);
  const fn = functionOf(service, request);
  const alias = fn.aliases.get(name);
  if (!alias) {
    throw notFound(`Alias not found: ${fn.arn}:${name}`);
  }
  checkVersions(fn, asked, asked.version ?? alias.version);
  if (asked.revisionId !== undefined && asked.revisionId !== alias.revisionId) {
    throw new ServiceError(
      'PreconditionFailedException', 412,
      'The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API to retrieve the latest Revision Id',
    );
  }
  alias.version = asked.version ?? alias.version;
  alias.description = asked.description ?? alias.description;
  if (asked.routing) {
    alias.additional = additionalOf(asked.routing);
  }
  alias.revisionId = service.newRequestId();
  return answered(200, described(service, fn, name, alias));
}

export function getAlias(service: Service, request: ServiceRequest): Answer {
  const name = request.aliasName!;
  checkModel(members(request, name));
  const fn = functionOf(service, request);
  const alias = fn.aliases.get(name);
  if (!alias) {
    throw notFound(`Cannot find alias arn: ${fn.arn}:${name}`);
  }
  return answered(200, described(service, fn, name, alias));
}

/** Deletes an alias. It succeeds if the alias does not exist. */
export function deleteAlias(service: Service, request: ServiceRequest): Answer {
  checkModel(members(request, request.aliasName!));
  functionOf(service, request).aliases.delete(request.aliasName!);
  return { status: 204 };
}

/** Lists the aliases by name. The order of the service is unknown. */
export function listAliases(service: Service, request: ServiceRequest): Answer {
  checkModel([...members(request), { name: 'maxItems', constraint: LIST_LENGTH, value: maxItemsOf(request.query) }]);
  const fn = functionOf(service, request);
  const version = request.query.get('FunctionVersion');
  const aliases = [...fn.aliases]
    .filter(([, alias]) => version === null || alias.version === version)
    .sort(([one], [other]) => one < other ? -1 : 1)
    .map(([name, alias]) => described(service, fn, name, alias));
  const { items, nextMarker } = page(aliases, request.query, LIST_PAGE.max);
  return answered(200, { Aliases: items, NextMarker: nextMarker });
}

/**
 * The function of an operation that takes no qualifier.
 *
 * @throws NotKnownError if the function does not exist, or if the request has a qualifier
 */
export function functionOf(service: Service, request: ServiceRequest): SimulatedFunction {
  const target = requestTarget(service, request);
  if (target.qualifier !== undefined) {
    throw new NotKnownError('what Lambda answers to this operation for a version or alias', 'Name the function alone.');
  }
  if (!target.function) {
    throw new NotKnownError('what Lambda answers to this operation for a function that does not exist', 'Name one of the app.');
  }
  return target.function;
}

function askedAlias(request: ServiceRequest): AskedAlias {
  const document = documentOf(request.body);
  return {
    name: text(document.Name, '`Name`'),
    version: text(document.FunctionVersion, '`FunctionVersion`'),
    description: text(document.Description, '`Description`'),
    revisionId: text(document.RevisionId, '`RevisionId`'),
    routing: askedRouting(document.RoutingConfig),
  };
}

function check(request: ServiceRequest, asked: AskedAlias, name: string): void {
  checkModel([
    ...members(request, name),
    { name: 'functionVersion', constraint: RECORDED_ALIAS_VERSION, value: asked.version },
    { name: 'description', constraint: ALIAS_DESCRIPTION, value: asked.description },
  ], routingViolations(asked.routing));
}

function members(request: ServiceRequest, name?: string): Member[] {
  return [...targetMembers(request, CONTROL_PLANE_FUNCTION_REFERENCE), { name: 'name', constraint: ALIAS_NAME, value: name }];
}

function checkVersions(fn: SimulatedFunction, { routing, version: asked }: AskedAlias, version: string): void {
  checkRouting(routing, version);
  for (const needed of [asked, ...routing ? Object.keys(routing) : []]) {
    if (needed !== undefined && needed !== LATEST && !fn.versions.has(needed)) {
      throw functionNotFound(`${fn.arn}:${needed}`);
    }
  }
}

function additionalOf(routing: AskedRouting | undefined): SimulatedAlias['additional'] {
  const [entry] = Object.entries(routing ?? {});
  return entry && { version: entry[0], weight: entry[1] };
}

function described(service: Service, fn: SimulatedFunction, name: string, alias: SimulatedAlias): object {
  alias.revisionId ??= service.newRequestId();
  const { additional } = alias;
  return {
    AliasArn: `${fn.arn}:${name}`,
    Name: name,
    FunctionVersion: alias.version,
    Description: alias.description ?? '',
    RoutingConfig: additional && { AdditionalVersionWeights: { [additional.version]: additional.weight } },
    RevisionId: alias.revisionId,
  };
}
