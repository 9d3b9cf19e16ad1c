import { Stack } from 'aws-cdk-lib';
import type * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { Destination } from './destination';
import { DELIVERY_ACTIONS } from '../../constraints/aws-lambda/destination';

/** Destination that puts each record on an event bus, by default the account's default bus. */
export class BusDestination extends Destination {
  constructor(private readonly bus?: events.IEventBus) {
    super();
  }

  protected arn(scope: Construct): string {
    return this.bus?.eventBusArn
      ?? Stack.of(scope).formatArn({ service: 'events', resource: 'event-bus', resourceName: 'default' });
  }

  protected grant(grantee: iam.IGrantable, scope: Construct): void {
    iam.Grant.addToPrincipal({ grantee, actions: [...DELIVERY_ACTIONS.bus], resourceArns: [this.arn(scope)] });
  }
}
