import { LATEST, REGION_PATTERN } from '../../constraints/aws-lambda/identifiers';
import { RECORDED_FUNCTION_REFERENCE, RECORDED_QUALIFIER } from '../../constraints/aws-lambda/recorded';
import { QUALIFIER_CONFLICT } from '../../constraints/aws-lambda/recordings';
import { STANDARD_PLACE, type Service, type ServiceError, type SimulatedFunction } from '../state';
import type { Member } from './model-validation';
import { invalidParameter, notFound } from './refusals';
import { qualifierOf, type ServiceRequest } from './request';

/** The function and qualifier of a request, whether they exist or not. */
export interface RequestTarget {
  /** The ARN without a qualifier. */
  readonly arn: string;

  /** The qualifier, from the name or the query; undefined if there is none. */
  readonly qualifier?: string;

  /** The function; undefined if it does not exist. */
  readonly function?: SimulatedFunction;
}

const NAMED = new RegExp(
  `^(?:arn:(?<partition>aws[a-zA-Z-]*)?:lambda:)?(?:(?<region>${REGION_PATTERN}):)?(?:(?<account>\\d{12}):)?(?:function:)?`
  + '(?<name>[a-zA-Z0-9-_.]+)(?::(?<qualifier>\\$LATEST(?:\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?$',
);

/** The members that name the target, in the recorded order of their violations. */
export function targetMembers(request: ServiceRequest, reference = RECORDED_FUNCTION_REFERENCE): Member[] {
  return [
    { name: 'qualifier', constraint: RECORDED_QUALIFIER, value: qualifierOf(request) },
    { name: 'functionName', constraint: reference, value: request.functionName },
  ];
}

/**
 * Finds the target of a request that follows the API model.
 *
 * @throws ServiceError for another Region, or for two different qualifiers, even if the function does not exist
 */
export function requestTarget(service: Service, request: ServiceRequest): RequestTarget {
  const named = NAMED.exec(request.functionName)!.groups as Partial<Record<string, string>>;
  const separate = qualifierOf(request);
  const home = homeOf(service);
  const region = named.region ?? request.place.region ?? home.region;
  if (named.region) {
    checkRegion(service, named.region, request.place.region ?? home.region, request.place.region !== undefined);
  }
  if (separate !== undefined && named.qualifier !== undefined && separate !== named.qualifier) {
    throw invalidParameter(QUALIFIER_CONFLICT.answer);
  }
  const account = named.account ?? request.place.account;
  const found = service.functions.find(named.name!, { account, region: named.region ?? request.place.region });
  const partition = named.partition ?? (region === home.region ? home.partition : STANDARD_PLACE.partition);
  return {
    arn: found?.arn ?? `arn:${partition}:lambda:${region}:${account ?? home.account}:function:${named.name}`,
    qualifier: separate ?? named.qualifier,
    function: found,
  };
}

/** The qualifier of the target; `$LATEST` if the request has none. */
export function effective({ qualifier }: RequestTarget): string {
  return qualifier ?? LATEST;
}

/** The ARN of the target with a qualifier, as messages of Lambda name it. */
export function qualifiedArn(target: RequestTarget): string {
  return `${target.arn}:${effective(target)}`;
}

/** The ARN of the target as the request names it, with a qualifier only if it has one. */
export function namedArn({ arn, qualifier }: RequestTarget): string {
  return qualifier === undefined ? arn : `${arn}:${qualifier}`;
}

/** The function; undefined if it, or the qualifier, does not exist. */
export function existing(target: RequestTarget): SimulatedFunction | undefined {
  return target.function?.has(effective(target)) ? target.function : undefined;
}

/** The answer of many operations for a function, version or alias that does not exist. */
export function functionNotFound(arn: string): ServiceError {
  return notFound(`Function not found: ${arn}`);
}

/** Refuses a function of another Region. A client that does not name its Region may be in any Region of the app. */
function checkRegion(service: Service, named: string, own: string, certain: boolean): void {
  if (named === own || (!certain && hasFunctionsIn(service, named))) {
    return;
  }
  throw notFound(`Functions from '${named}' are not reachable in this region ('${own}')`);
}

function hasFunctionsIn(service: Service, region: string): boolean {
  const functions = [...service.functions];
  return functions.length === 0 || functions.some(({ settings }) => settings.region === region);
}

/** The environment of clients that do not name theirs: that of the first function. */
function homeOf(service: Service): { partition: string; region: string; account: string } {
  for (const { settings } of service.functions) {
    return settings;
  }
  return STANDARD_PLACE;
}
