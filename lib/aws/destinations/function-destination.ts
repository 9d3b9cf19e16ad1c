import * as iam from 'aws-cdk-lib/aws-iam';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import { Destination } from './destination';
import { DELIVERY_ACTIONS } from '../../constraints/aws-lambda/destination';

/** Destination that invokes a function, alias or version asynchronously with each record. */
export class FunctionDestination extends Destination {
  constructor(private readonly fn: lambda.IFunction) {
    super();
  }

  protected arn(): string {
    return this.fn.functionArn;
  }

  protected grant(grantee: iam.IGrantable): void {
    iam.Grant.addToPrincipal({ grantee, actions: [...DELIVERY_ACTIONS.function], resourceArns: [this.fn.functionArn] });
  }
}
