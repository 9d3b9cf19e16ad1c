import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { admitDestination, propertyOf, type BoundDestination } from './admission';
import { delivering, isDeliveringAsIs } from './delivery-permission';

/** Base of the destinations of this library: refuse, grant, return the ARN. */
export abstract class Destination implements lambda.IDestination {
  /** ARN of the destination. */
  protected abstract arn(scope: Construct): string;

  /** Grants the execution role exactly what delivery needs. */
  protected abstract grant(grantee: iam.IGrantable, scope: Construct): void;

  /** Refuses a target by properties that its ARN does not show. */
  protected admit(_destination: BoundDestination): void {}

  bind(scope: Construct, fn: lambda.IFunction, options?: lambda.DestinationOptions): lambda.DestinationConfig {
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
