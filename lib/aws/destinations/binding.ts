import { CfnResource, Token } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { LambdaDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import type { Construct } from 'constructs';
import { admitDestination, propertyOf, refused } from './admission';
import { delivering, deliveringAsIs } from './delivery-permission';
import { Destination } from './destination';
import { RESPONSE_ONLY_NEVER_MATCHES } from '../../constraints/aws-lambda/destination';
import { LATEST } from '../../constraints/aws-lambda/identifiers';
import { carryConditions } from '../target/carried-condition';
import type { InvocationTarget } from '../target/invocation-target';

/** One side of a config: failures or successes. */
export interface DestinationSide {
  readonly scope: Construct;
  readonly target: InvocationTarget;
  readonly type: lambda.DestinationType;

  /** Whether granting is skipped. */
  readonly skipPermissions: boolean;
}

/**
 * Binds any destination, of this library, of aws-cdk-lib or your own, under the same rules.
 *
 * @returns the ARN of the destination; empty for none
 * @throws Error if Lambda would refuse the destination
 */
export function bindDestination(side: DestinationSide, destination: lambda.IDestination): string {
  const { scope, target, type } = side;
  const fn = (side.skipPermissions ? deliveringAsIs : delivering)(scope, target.function, propertyOf(type));
  const before = scope.node.children;
  const { destination: arn } = destination.bind(scope, fn, { type });
  const added = scope.node.children.filter(child => !before.includes(child)).flatMap(child => child.node.findAll());
  added.filter(CfnResource.isCfnResource).forEach(resource => carryConditions(resource, { subjects: () => [target.resource] }));
  const bound = { scope, function: target.function, type, arn };
  if (isResponseOnlyOfAwsCdkLib(side, destination) && target.qualifier !== LATEST) {
    throw refused(bound, RESPONSE_ONLY_NEVER_MATCHES, Token.isUnresolved(target.qualifier) ? `one for a version of ${target.function.node.path}` : `one for qualifier ${target.qualifier}`);
  }
  // A destination of this library has admitted itself.
  if (!(destination instanceof Destination)) {
    admitDestination(bound);
  }
  return arn;
}

/** Whether a destination is a `LambdaDestination` with `responseOnly`. Its options are private, but it creates a rule. */
function isResponseOnlyOfAwsCdkLib({ scope, type }: DestinationSide, destination: lambda.IDestination): boolean {
  return destination instanceof LambdaDestination && scope.node.tryFindChild(type) !== undefined;
}
