import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { propertyOf, type BoundDestination } from './admission';
import { Destination } from './destination';
import { DELIVERY_ACTIONS } from '../../constraints/aws-lambda/destination';
import { refuseVersionOfOtherStack } from '../target/version-of-other-stack';

/** Destination that invokes a function, alias or version asynchronously with each record. */
export class FunctionDestination extends Destination {
  constructor(private readonly fn: lambda.IFunction) {
    super();
  }

  protected arn(): string {
    return this.fn.functionArn;
  }

  protected admit({ scope, type }: BoundDestination): void {
    refuseVersionOfOtherStack(scope, this.fn, propertyOf(type));
  }

  protected grant(grantee: iam.IGrantable): void {
    iam.Grant.addToPrincipal({ grantee, actions: [...DELIVERY_ACTIONS.function], resourceArns: [this.fn.functionArn] });
  }
}
