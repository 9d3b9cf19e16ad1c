import {
  BUCKET_ON_SUCCESS, DELIVERY_ACTIONS, DESTINATION_IN_OTHER_REGION, FIFO_QUEUE_DESTINATION, FIFO_TOPIC_DESTINATION, SELF_DESTINATION,
  UNSUPPORTED_DESTINATION, type DestinationKind,
} from '../../constraints/aws-lambda/destination';
import { brokenRules, knownByArn, type ConfigSide } from '../../constraints/aws-lambda/destination-admission';
import { parseDestinationArn, type DestinationArn } from '../../constraints/aws-lambda/destination-arn';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { FIFO_TOPIC, SELF } from '../../constraints/aws-lambda/recordings';
import { NotKnownError, type Service, type SimulatedFunction } from '../state';
import { invalidParameter } from './refusals';

/** The two sides of a config in a request. A side is absent, empty, or has a destination. */
export interface DestinationSides {
  readonly onSuccess?: { readonly destination?: string };
  readonly onFailure?: { readonly destination?: string };
}

/** A destination to which Lambda can deliver, as far as its ARN tells. */
type Deliverable = DestinationArn & { readonly kind: DestinationKind; readonly arn: string };

/**
 * Refuses the destinations that Lambda refuses when a config is put: first by their ARNs, then by the permissions of the
 * execution role, and by what exists.
 *
 * @throws ServiceError InvalidParameterValueException
 * @throws NotKnownError for destinations whose refusal is neither documented nor recorded
 */
export function admit(service: Service, fn: SimulatedFunction, sides: DestinationSides): void {
  const destinations = (['onSuccess', 'onFailure'] as const).flatMap(side => {
    const arn = sides[side]?.destination;
    return arn ? [deliverable(fn, arn, side, sides)] : [];
  });
  if (destinations.length > 0 && fn.durable) {
    throw new NotKnownError('how Lambda refuses destinations of a durable function', 'Give it a dead-letter queue instead.');
  }
  for (const destination of destinations) {
    checkOnTheSpot(service, fn, destination);
  }
}

/** The rules that Lambda was recorded to refuse with the printed config. */
const PRINTED = [UNSUPPORTED_DESTINATION, FIFO_QUEUE_DESTINATION, BUCKET_ON_SUCCESS, DESTINATION_IN_OTHER_REGION];

function deliverable({ settings }: SimulatedFunction, arn: string, side: ConfigSide, sides: DestinationSides): Deliverable {
  const parsed = parseDestinationArn(arn);
  if (!parsed) {
    throw new NotKnownError('how Lambda refuses a destination of an event source mapping', 'Use the ARN of a queue, topic, bus, function or bucket.');
  }
  // No recording tells how Lambda refuses another partition or account, so both come between the recorded answers below.
  const broken = brokenRules(knownByArn(parsed, { name: settings.name }), side, { region: settings.region });
  if (parsed.service === 'events' && parsed.kind === undefined && !broken.includes(DESTINATION_IN_OTHER_REGION)) {
    throw invalidParameter(`The destination ARN ${arn} is invalid.`);
  }
  if (broken.some(rule => PRINTED.includes(rule))) {
    throw invalidParameter(`The provided destination config ${printed(sides)} is invalid.`);
  }
  if (broken.includes(FIFO_TOPIC_DESTINATION)) {
    throw invalidParameter(FIFO_TOPIC.answer);
  }
  const { account, partition, kind, resource } = parsed;
  if (partition !== settings.partition || (account !== '' && account !== settings.account)) {
    throw new NotKnownError('whether Lambda takes a destination in another account', "Use one in the function's account.");
  }
  if (broken.includes(SELF_DESTINATION)) {
    throw refusalOfItself(resource);
  }
  return { ...parsed, kind: kind!, arn };
}

function refusalOfItself(resource: string): Error {
  return resource.split(':').length > 2
    ? new NotKnownError('whether a function may have one of its own qualifiers as destination', 'Use another function.')
    : invalidParameter(SELF.answer);
}

/** Checks as Lambda does, which calls the destination with the role: first the permission, then whether it exists. */
function checkOnTheSpot(service: Service, fn: SimulatedFunction, destination: Deliverable): void {
  const missing = service.missingActions(fn, destination.arn);
  for (const action of DELIVERY_ACTIONS[destination.kind]) {
    if (missing.includes(action)) {
      const where = destination.kind === 'bucket' ? 'S3' : destination.arn;
      throw invalidParameter(`The function execution role does not have permissions to call ${action.split(':')[1]} on ${where}`);
    }
    if (!isThere(service, destination)) {
      throw invalidParameter(destination.kind === 'bucket'
        ? 'Error occurred while ListBucket. S3 Error Code: 404 Not Found. S3 Error Message: Not Found'
        : `The destination ARN ${destination.arn} is invalid.`);
    }
  }
}

/** Whether a destination exists. Lambda was recorded not to check buses. */
function isThere({ functions, stores }: Service, { kind, arn, resource, account, region }: Deliverable): boolean {
  if (kind === 'bus' || stores.get(arn) !== undefined) {
    return true;
  }
  if (kind !== 'function') {
    return false;
  }
  const [, name, qualifier = LATEST] = resource.split(':');
  return functions.find(name, { account, region })?.has(qualifier) === true;
}

/** The sides as Java prints them. */
function printed({ onSuccess, onFailure }: DestinationSides): string {
  const side = (name: string, given: { readonly destination?: string } | undefined) =>
    given ? `${name}(destination=${given.destination ?? null})` : 'null';
  return `DestinationConfig(onSuccess=${side('OnSuccess', onSuccess)}, onFailure=${side('OnFailure', onFailure)})`;
}
