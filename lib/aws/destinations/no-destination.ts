import type * as lambda from 'aws-cdk-lib/aws-lambda';

/** No destination: Lambda drops the records, and CloudFormation removes a destination that was set. */
export class NoDestination implements lambda.IDestination {
  bind(): lambda.DestinationConfig {
    return { destination: '' };
  }
}
