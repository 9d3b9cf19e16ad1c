import { LATEST, REGION_PATTERN } from '../../constraints/aws-lambda/identifiers';
import { RECORDED_FUNCTION_REFERENCE, RECORDED_QUALIFIER } from '../../constraints/aws-lambda/recorded';
import { STANDARD_PLACE, type Service, type ServiceError, type SimulatedFunction } from '../state';
import type { Member } from './model-validation';
import { invalidParameter, notFound } from './refusals';
import { qualifierOf, type ServiceRequest } from './request';

/** What a request is about, whether it exists or not. */
export interface RequestTarget {
  /** Unqualified. */
  readonly arn: string;

  /** As the client wrote it, in the name or apart. */
  readonly qualifier?: string;

  /** Absent when there is none of that name. */
  readonly function?: SimulatedFunction;
}

const NAMED = new RegExp(
  `^(?:arn:(?<partition>aws[a-zA-Z-]*)?:lambda:)?(?:(?<region>${REGION_PATTERN}):)?(?:(?<account>\\d{12}):)?(?:function:)?`
  + '(?<name>[a-zA-Z0-9-_.]+)(?::(?<qualifier>\\$LATEST(?:\\.PUBLISHED)?|[a-zA-Z0-9-_]+))?$',
);

/** The members that name the target, the recorded order of their violations first. */
export function targetMembers(request: ServiceRequest, reference = RECORDED_FUNCTION_REFERENCE): Member[] {
  return [
    { name: 'qualifier', constraint: RECORDED_QUALIFIER, value: qualifierOf(request) },
    { name: 'functionName', constraint: reference, value: request.functionName },
  ];
}

/**
 * Finds out what a request is about that the model allows.
 *
 * @throws ServiceError for another Region, or for two qualifiers that differ, even when there is no such function
 */
export function requestTarget(service: Service, request: ServiceRequest): RequestTarget {
  const named = NAMED.exec(request.functionName)!.groups as Partial<Record<string, string>>;
  const separate = qualifierOf(request);
  const home = homeOf(service);
  const region = named.region ?? request.place.region ?? home.region;
  if (named.region) checkRegion(service, named.region, request.place.region ?? home.region, request.place.region !== undefined);
  if (separate !== undefined && named.qualifier !== undefined && separate !== named.qualifier) {
    throw invalidParameter('The derived qualifier from the function name does not match the specified qualifier.');
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

/** The qualifier that the target stands for. */
export function effective({ qualifier }: RequestTarget): string {
  return qualifier ?? LATEST;
}

/** How the service names the target: always qualified. */
export function qualifiedArn(target: RequestTarget): string {
  return `${target.arn}:${effective(target)}`;
}

/** The function, if it has the qualifier. */
export function existing(target: RequestTarget): SimulatedFunction | undefined {
  return target.function?.has(effective(target)) ? target.function : undefined;
}

/** What Invoke and GetFunction answer about a function, version or alias that is not there. */
export function functionNotFound(arn: string): ServiceError {
  return notFound(`Function not found: ${arn}`);
}

/** A client that names its Region is there; another may be in any Region of the app. */
function checkRegion(service: Service, named: string, own: string, certain: boolean): void {
  if (named === own || (!certain && hasFunctionsIn(service, named))) return;
  throw notFound(`Functions from '${named}' are not reachable in this region ('${own}')`);
}

function hasFunctionsIn(service: Service, region: string): boolean {
  const functions = [...service.functions];
  return functions.length === 0 || functions.some(({ settings }) => settings.region === region);
}

/** Where a client is that does not say so. */
function homeOf(service: Service): { partition: string; region: string; account: string } {
  for (const { settings } of service.functions) return settings;
  return STANDARD_PLACE;
}
