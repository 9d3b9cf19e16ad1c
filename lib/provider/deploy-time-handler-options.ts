import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';

/**
 * Settings of the function that does the work while a stack deploys.
 *
 * Constructs of one stack with the same settings share one function. Each other set of settings has a function of its own.
 *
 * CloudFormation does not move a custom resource to another function ("Modifying service token is not allowed"). To change
 * these settings for a deployed construct, change its id, too: CloudFormation then creates a new resource and deletes the
 * old one. An invocation then runs as on create, and that of the old id as on delete. A config is adopted from the old one;
 * its removal restores the config that was there before both.
 */
export interface DeployTimeHandlerOptions {
  /**
   * The runtime: Node.js 22 or newer.
   *
   * @default - the newest Node.js runtime that aws-cdk-lib knows for the stack's Region
   */
  readonly runtime?: lambda.Runtime;

  /**
   * The architecture.
   *
   * @default - arm64; x86_64 in the isolated partitions, where not every Region offers arm64
   */
  readonly architecture?: lambda.Architecture;

  /**
   * The memory in MiB, 128 to 10,240. More memory comes with more processor time, so the function starts faster.
   *
   * @default 256
   */
  readonly memorySize?: number;

  /**
   * How long CloudWatch Logs keeps the log. The log contains no payloads and no responses.
   *
   * @default logs.RetentionDays.ONE_MONTH
   */
  readonly logRetention?: logs.RetentionDays;

  /**
   * Your own log group, e.g. one with your own key. It keeps its own retention.
   *
   * @default - a new log group, which is deleted with the stack
   */
  readonly logGroup?: logs.ILogGroup;

  /**
   * Whether X-Ray traces the function.
   *
   * @default lambda.Tracing.DISABLED
   */
  readonly tracing?: lambda.Tracing;

  /**
   * The VPC of the function. Set it only if policy demands a VPC; the APIs that the handler calls do not need one.
   *
   * From its subnets, the function must reach Lambda and Amazon S3, which takes the answers to CloudFormation: through NAT, or
   * through the endpoints of both. Otherwise it cannot answer, and the deployment waits until it times out.
   *
   * @default - no VPC
   */
  readonly vpc?: ec2.IVpc;

  /**
   * The subnets within `vpc`.
   *
   * @default - the subnets that aws-cdk-lib chooses for functions
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /**
   * The security groups within `vpc`.
   *
   * @default - a new one, which allows all outbound and no inbound traffic
   */
  readonly securityGroups?: ec2.ISecurityGroup[];

  /**
   * The key with which Lambda encrypts the environment of the function.
   *
   * @default - a key that AWS manages
   */
  readonly environmentEncryption?: kms.IKey;

  /**
   * The permissions boundary of its role.
   *
   * @default - none, unless set for a scope around it with `iam.PermissionsBoundary`
   */
  readonly permissionsBoundary?: iam.IManagedPolicy;

  /**
   * The number of requests that the function handles at the same time, at least 1. Further requests wait.
   *
   * @default - the unreserved concurrency of the account
   */
  readonly reservedConcurrentExecutions?: number;
}
