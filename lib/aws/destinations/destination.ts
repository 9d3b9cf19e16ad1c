import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { admitDestination, propertyOf, type BoundDestination } from './admission';
import { delivering, isDeliveringAsIs } from './delivery-permission';

/** Grant, then return plain config: what all destinations of this library share. */
export abstract class Destination implements lambda.IDestination {
  /** The destination as the config names it. */
  protected abstract arn(scope: Construct): string;

  /** Gives the execution role what delivery needs, and no more. */
  protected abstract grant(grantee: iam.IGrantable, scope: Construct): void;

  /** Refuses what the ARN does not show. */
  protected admit(_destination: BoundDestination): void {}

  public bind(scope: Construct, fn: lambda.IFunction, options?: lambda.DestinationOptions): lambda.DestinationConfig {
    const type = options!.type;
    const destination: BoundDestination = { scope, function: fn, type, arn: this.arn(scope) };
    admitDestination(destination);
    this.admit(destination);
    if (!isDeliveringAsIs(fn)) {
      this.grant(delivering(scope, fn, propertyOf(type)), scope);
    }
    return { destination: destination.arn };
  }
}
