import { DESTINATION_SERVICES, type DestinationKind } from '../constraints/aws-lambda/destination';
import { known, type Target } from '../topology';

/** Whether a target is a queue or topic that is FIFO for certain: declared so, or by its name. */
export function isFifo(target: Target, kind: 'queue' | 'topic'): boolean {
  return target.kind === kind && known(target.fifo) === true;
}

/**
 * Whether a target is certainly none of some kinds.
 *
 * A part of its ARN that only the deployment knows may hold anything, so an ARN of
 * a service that has one of these kinds counts only if all of it is written out.
 * About access points of S3 nothing is documented.
 */
export function isNoneOf(target: Target, kinds: readonly DestinationKind[]): boolean {
  const { kind, service, arn } = target;
  if (kinds.includes(kind as DestinationKind) || isAccessPoint(target)) return false;
  const possible = Object.hasOwn(DESTINATION_SERVICES, service) && kinds.includes(DESTINATION_SERVICES[service]);
  return !possible || arn.kind === 'literal' || arn.kind === 'reference';
}

function isAccessPoint({ kind, service, region }: Target): boolean {
  return kind === 'other' && service.startsWith('s3') && known(region) !== '';
}

/** Where a target is, when that is certainly another place than that of the function. */
export function elsewhere(target: Target, { partition, region }: Pick<Target, 'partition' | 'region'>): string | undefined {
  if (differ(target.partition, partition) && known(target.partition) !== '') return `partition ${known(target.partition)}`;
  return known(target.region) !== '' && differ(target.region, region) ? known(target.region) : undefined;
}

/** Whether two texts are known and not the same. */
export function differ(one: Target['region'], other: Target['region']): boolean {
  return one.kind === 'literal' && other.kind === 'literal' && one.value !== other.value;
}
