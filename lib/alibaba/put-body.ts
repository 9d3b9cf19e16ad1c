import { Validations, type Duration } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { AsyncInvokeConfigOptions } from './async-invoke-options';
import type { FunctionPlace } from './destination';
import { functionIdentity } from './function-identity';
import { rosValueIn } from './ros-value';
import { MAX_EVENT_AGE } from '../constraints/alibaba-fc/async-invoke-config';
import { SELF_DESTINATION } from '../constraints/alibaba-fc/destination';
import { elsewhere, isSelf } from '../constraints/alibaba-fc/destination-admission';
import type { DestinationArn } from '../constraints/alibaba-fc/destination-arn';
import { policyViolations, putAsyncInvokeConfigBody, SIDES, type PutAsyncInvokeConfigBody } from '../constraints/alibaba-fc/put-async-invoke-config';
import { invalid } from '../constraints/invalid';
import { broken } from '../constraints/rule';
import { quoted } from '../constraints/violation';
import { tokenUnitViolation } from '../provider/duration-token';
import { isKnown } from '../provider/known-violation';

/** A function with the settings of its config. */
export interface ConfiguredFunction extends AsyncInvokeConfigOptions {
  readonly functionName: string;
  readonly qualifier?: string;
  readonly place: FunctionPlace;
}

/** One destination of a config. */
interface Side {
  readonly property: typeof SIDES[number];
  readonly arn: string;

  /** Absent if only the deployment knows it. */
  readonly destination?: DestinationArn;
}

/**
 * The body of PutAsyncInvokeConfig. Tokens stay as they are.
 *
 * @param scope the config, which errors and warnings name
 * @throws Error if Function Compute would refuse the config, or if the function is its own destination
 */
export function putBody(scope: IConstruct, config: ConfiguredFunction): PutAsyncInvokeConfigBody {
  const { functionName, qualifier, place, maxEventAge, retryAttempts, asyncTask } = config;
  const sides = sidesOf(config);
  const arns = Object.fromEntries(sides.map(({ property, arn }) => [property, arn]));
  const policy = { functionName, qualifier, ...place, maxEventAge: seconds(scope, maxEventAge), retryAttempts, asyncTask, ...arns };
  const violations = [...policyViolations(policy, isUnknown), ...loops(config, sides)];
  if (violations.length > 0) {
    throw invalid(scope, ...violations);
  }
  warnOfOtherPlaces(scope, config, sides);
  return putAsyncInvokeConfigBody(policy, isUnknown);
}

function sidesOf(config: ConfiguredFunction): Side[] {
  return SIDES.flatMap(property => {
    const destination = config[property];
    return destination ? [{ property, arn: destination.arnFor(config.place), destination: destination._in(config.place) }] : [];
  });
}

/** Loops through references, which texts do not show. */
function loops({ functionName, place }: ConfiguredFunction, sides: Side[]): string[] {
  const sender = { ...place, functionName: functionIdentity(functionName) };
  return sides.flatMap(({ property, arn, destination }) =>
    isUnknown(arn) && destination && isSelf({ ...destination, name: functionIdentity(destination.name) }, sender, isUnknown)
      ? [broken(SELF_DESTINATION, property, described(destination))]
      : []);
}

function warnOfOtherPlaces(scope: IConstruct, { place }: ConfiguredFunction, sides: Side[]): void {
  for (const { property, destination } of sides) {
    for (const { rule, there, here } of destination ? elsewhere(destination, place, isUnknown) : []) {
      Validations.of(scope).addWarning(`cdk-async-invoke:${rule.id}`,
        broken(rule, property, `${described(destination!)} of ${there} for a function of ${here}`));
    }
  }
}

function described({ kind, name }: DestinationArn): string {
  return `${kind} ${rosValueIn(name)?.owner?.node.path ?? quoted(name)}`;
}

/** A token reaches the template as it is, so only its unit can be checked. */
function seconds(scope: IConstruct, age?: Duration): number | undefined {
  const violation = age && tokenUnitViolation(MAX_EVENT_AGE.property, age);
  if (violation) {
    throw invalid(scope, violation);
  }
  return age?.toSeconds({ integral: false });
}

function isUnknown(value: unknown): boolean {
  return !isKnown(value);
}
