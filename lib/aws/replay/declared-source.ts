import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct, IConstruct } from 'constructs';
import type { ReplaySource as ReplaySourceSettings } from '../../contract/replay';

/** Place with failed events, as an app declares it. */
export interface DeclaredSource {
  /** The queue, bucket or bus. */
  readonly construct: IConstruct;

  /** ARN of the queue, bucket or archive. */
  readonly arn: string;

  /** Name that the user gave it. */
  readonly name?: string;

  /** Function whose dead letters are there. */
  readonly deadLettersOf?: lambda.IFunction;

  /**
   * Makes what reading the source takes.
   *
   * @param scope the replay
   * @throws Error if a service would refuse it
   */
  bind(scope: Construct, name: string, options: SourceOptions): BoundSource;
}

/** Settings of the replay that concern its sources. */
export interface SourceOptions {
  /** Key for the queue behind an archive. */
  readonly encryptionKey?: kms.IKey;

  /** Whether the records of a bucket stay after their events were sent. */
  readonly keepObjects?: boolean;
}

/** Place with failed events, as a replay reads it. */
export interface BoundSource {
  readonly settings: ReplaySourceSettings;

  /** Grants what a plan needs: reading, and giving back. */
  grantPlan(planner: iam.IGrantable): void;

  /** Grants what a run needs: reading and deleting. */
  grantRun(sender: iam.IGrantable): void;

  /** Grants what the state machine itself does with the source. */
  grantMachine(machine: iam.IGrantable): void;
}
