import { number, object } from './document';
import { violation } from './model-validation';
import { invalidParameter } from './refusals';
import { ADDITIONAL_VERSION, ADDITIONAL_VERSIONS, ADDITIONAL_VERSION_WEIGHT } from '../../constraints/aws-lambda/alias';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { LATEST_WITH_WEIGHT, TWO_ADDITIONAL_VERSIONS } from '../../constraints/aws-lambda/recordings';
import { violation as broken } from '../../constraints/violation';
import { ServiceError } from '../state';

/** The weight of each additional version; empty to remove them. */
export type AskedRouting = Readonly<Record<string, number>>;

/** The routing that a client sends; undefined if it sends none. */
export function askedRouting(routing: unknown): AskedRouting | undefined {
  const weights = object(routing, '`RoutingConfig`');
  if (!weights) {
    return undefined;
  }
  const entries = Object.entries(object(weights.AdditionalVersionWeights, '`AdditionalVersionWeights`') ?? {});
  return Object.fromEntries(entries.map(([version, weight]) => [version, number(weight, 'a weight') ?? 0]));
}

/** The violations of the API model in a routing. */
export function routingViolations(routing: AskedRouting = {}): string[] {
  const { min, max } = ADDITIONAL_VERSION_WEIGHT;
  const entries = Object.entries(routing);
  const value = `{${entries.map(([version, weight]) => `${version}=${inJava(weight)}`).join(', ')}}`;
  const refused = (constraint: string) => violation('routingConfig.additionalVersionWeights', value, constraint);
  return [
    ...entries.some(([, weight]) => weight < min || weight > max)
      ? [refused(`Map value must satisfy constraint: [Member must have value less than or equal to ${inJava(max)}, Member must have value greater than or equal to ${inJava(min)}, Member must not be null]`)]
      : [],
    ...entries.some(([version]) => broken(ADDITIONAL_VERSION, version) !== undefined)
      ? [refused(`Map keys must satisfy constraint: [Member must have length less than or equal to ${ADDITIONAL_VERSION.max}, Member must have length greater than or equal to ${ADDITIONAL_VERSION.min}, Member must satisfy regular expression pattern: ${ADDITIONAL_VERSION.pattern}]`)]
      : [],
  ];
}

/**
 * Refuses a routing that an alias of that version cannot have.
 *
 * @throws ServiceError InvalidParameterValueException
 */
export function checkRouting(routing: AskedRouting = {}, version: string): void {
  const additional = Object.keys(routing);
  if (additional.length > ADDITIONAL_VERSIONS.max) {
    throw invalidParameter(TWO_ADDITIONAL_VERSIONS.answer);
  }
  if (additional.length > 0 && version === LATEST) {
    throw new ServiceError('InvalidParameterValueException', 400, LATEST_WITH_WEIGHT.answer, undefined, null);
  }
  if (additional.includes(version)) {
    throw invalidParameter(`Invalid function version ${version}. Function version ${version} is already included in routing configuration.`);
  }
}

/** A double as Java prints it. */
function inJava(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : `${value}`;
}
