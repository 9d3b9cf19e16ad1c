import { DESTINATION_SERVICES, type DestinationKind } from '../constraints/aws-lambda/destination';
import { elsewhere as differingPart, type Place } from '../constraints/aws-lambda/destination-admission';
import { known, type Target } from '../topology';

type Located = Pick<Target, 'partition' | 'region'>;

/** Whether a target is certainly a FIFO queue or topic, by its declaration or its name. */
export function isFifo(target: Target, kind: 'queue' | 'topic'): boolean {
  return target.kind === kind && known(target.fifo) === true;
}

/**
 * Whether a target certainly has none of some kinds.
 *
 * Unknown parts of an ARN may have any value, so an ARN of a service with one of
 * these kinds counts only if it is completely known. Access points of S3 never count:
 * they are undocumented as destinations.
 */
export function isNoneOf(target: Target, kinds: readonly DestinationKind[]): boolean {
  const { kind, service, arn } = target;
  if (kinds.includes(kind as DestinationKind) || isAccessPoint(target)) {
    return false;
  }
  const possible = Object.hasOwn(DESTINATION_SERVICES, service) && kinds.includes(DESTINATION_SERVICES[service]);
  return !possible || arn.kind === 'literal' || arn.kind === 'reference';
}

function isAccessPoint({ kind, service, region }: Target): boolean {
  return kind === 'other' && service.startsWith('s3') && known(region) !== '';
}

/** The Region or partition of a target, if it certainly differs from that of the function. */
export function elsewhere(target: Located, fn: Located): string | undefined {
  const there = knownPlace(target);
  switch (differingPart(there, knownPlace(fn))) {
    case 'partition':
      return `partition ${there.partition}`;
    case 'region':
      return there.region;
    default:
      return undefined;
  }
}

/** The Region and partition of a target, as far as they are known. */
export function knownPlace({ partition, region }: Located): Place {
  return { partition: known(partition), region: known(region) };
}

/** Whether two texts are known and differ. */
export function differ(one: Target['region'], other: Target['region']): boolean {
  return one.kind === 'literal' && other.kind === 'literal' && one.value !== other.value;
}
