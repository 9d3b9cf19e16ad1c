import type * as lambda from 'aws-cdk-lib/aws-lambda';

/** Nothing is sent anywhere, and a destination that was there is removed. */
export class NoDestination implements lambda.IDestination {
  public bind(): lambda.DestinationConfig {
    return { destination: '' };
  }
}
