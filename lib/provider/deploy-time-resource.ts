import { CustomResource, Duration } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { DeployTimeHandler } from './deploy-time-handler';
import type { DeployTimeHandlerOptions } from './deploy-time-handler-options';
import { guardSecrets, type GuardedProperties } from './secrets';
import { runsFor, waitFor } from './time-budget';
import { SECRET_IN_PROPERTY } from '../constraints/aws-cloudformation/dynamic-reference';

/** The properties of one of our custom resources. */
export interface DeployTimeResourceProps {
  readonly resourceType: string;
  readonly properties: Readonly<Record<string, unknown>>;

  /** The properties as the user wrote them. They must not refer to secrets. */
  readonly written: readonly GuardedProperties[];

  /** One text for all spellings of the target. */
  readonly target: string;

  /** The permissions that the handler needs for the target. */
  readonly statements: iam.PolicyStatement[];

  /** How long the work may take, in seconds. */
  readonly workTime: number;

  readonly provider?: DeployTimeHandlerOptions;
}

/**
 * Custom resource that the handler serves.
 *
 * It waits for its permissions. Its timeout follows from the work, so that CloudFormation does not wait an hour for a handler that was killed.
 */
export class DeployTimeResource extends CustomResource {
  readonly handler: DeployTimeHandler;

  /** @param scope the user's construct, which contains this resource and its permission */
  constructor(scope: Construct, id: string, props: DeployTimeResourceProps) {
    guardSecrets(scope, props.written, { rule: SECRET_IN_PROPERTY, values: props.properties });
    const handler = DeployTimeHandler.of(scope, props.provider);
    super(scope, id, {
      resourceType: props.resourceType,
      serviceToken: handler.serviceToken,
      serviceTimeout: Duration.seconds(waitFor(props.workTime)),
      properties: props.properties,
    });
    this.handler = handler;
    const policy = handler.allow(scope, props.target, props.statements);
    this.node.addDependency(handler.ready, policy);
    if (runsFor(props.workTime) > 1) {
      this.node.addDependency(handler.continuing());
    }
  }

  /** Grants an action on the stack itself, also after construction. */
  allowOnOwnStack(action: string): void {
    this.node.addDependency(this.handler.allowOnOwnStack(action));
  }
}
