import { CustomResource, Duration } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { DeployTimeHandler } from './deploy-time-handler';
import type { DeployTimeHandlerOptions } from './deploy-time-handler-options';
import { runsFor, waitFor } from './time-budget';

/** What a custom resource of ours says about itself. */
export interface DeployTimeResourceProps {
  readonly resourceType: string;
  readonly properties: Readonly<Record<string, unknown>>;

  /** One text for what is called, whatever its spelling. */
  readonly target: string;

  /** What the handler needs to call it. */
  readonly statements: iam.PolicyStatement[];

  /** How long the work itself may take, in seconds. */
  readonly workTime: number;

  readonly provider?: DeployTimeHandlerOptions;
}

/**
 * A custom resource that the handler works on: with its permissions, for which it waits, and an
 * honest timeout, so that a handler that was killed costs no hour.
 */
export class DeployTimeResource extends CustomResource {
  public readonly handler: DeployTimeHandler;

  /** @param scope the construct that the user knows: it has this resource and its permission */
  constructor(scope: Construct, id: string, props: DeployTimeResourceProps) {
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

  /** Allows something with the stack itself. It may turn out late that this is needed. */
  public allowOnOwnStack(action: string): void {
    this.node.addDependency(this.handler.allowOnOwnStack(action));
  }
}
