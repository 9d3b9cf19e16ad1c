import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';

/**
 * The function that does the work while a stack deploys.
 *
 * A stack has one for all constructs that ask for the same settings, and another
 * one for each other set of settings: no construct gets settings that it did not ask for.
 *
 * CloudFormation does not let a resource go to another function ("Modifying service token is not allowed"). To change the
 * settings of a construct that is deployed, give it another id: an invocation then takes place as on create, and that of the
 * old id as on delete; a config is adopted from the old one and restored to what was there before both.
 */
export interface DeployTimeHandlerOptions {
  /**
   * The runtime: Node.js 22 or newer.
   *
   * @default - the newest Node.js that aws-cdk-lib knows the stack's Region to have
   */
  readonly runtime?: lambda.Runtime;

  /**
   * The architecture.
   *
   * @default - arm64, but x86_64 in stacks of the isolated partitions, where not every Region has it
   */
  readonly architecture?: lambda.Architecture;

  /**
   * The memory in MiB, 128 to 10,240. It also sets the share of a processor, thus how fast the function starts.
   *
   * @default 256
   */
  readonly memorySize?: number;

  /**
   * How long its log is kept. It has neither payloads nor responses in it.
   *
   * @default logs.RetentionDays.ONE_MONTH
   */
  readonly logRetention?: logs.RetentionDays;

  /**
   * A log group of yours, e.g. one with a key of yours. Its retention is that of the group.
   *
   * @default - a log group of its own, which goes with the stack
   */
  readonly logGroup?: logs.ILogGroup;

  /**
   * Whether X-Ray traces the function.
   *
   * @default lambda.Tracing.DISABLED
   */
  readonly tracing?: lambda.Tracing;

  /**
   * A VPC, if the organization asks for one: what is called does not.
   *
   * From its subnets the function has to reach Lambda, and Amazon S3, where CloudFormation takes its answers:
   * by NAT, or by the endpoints of both. It cannot answer otherwise, and the deployment waits until it times out.
   *
   * @default - no VPC
   */
  readonly vpc?: ec2.IVpc;

  /**
   * The subnets within `vpc`.
   *
   * @default - as aws-cdk-lib chooses for functions
   */
  readonly vpcSubnets?: ec2.SubnetSelection;

  /**
   * The security groups within `vpc`.
   *
   * @default - one of its own, which lets everything out and nothing in
   */
  readonly securityGroups?: ec2.ISecurityGroup[];

  /**
   * The key with which Lambda encrypts the environment of the function.
   *
   * @default - a key of Lambda
   */
  readonly environmentEncryption?: kms.IKey;

  /**
   * The permissions boundary of its role.
   *
   * @default - none, unless set for a scope around it with `iam.PermissionsBoundary`
   */
  readonly permissionsBoundary?: iam.IManagedPolicy;

  /**
   * How many requests it may work on at the same time; the others wait.
   *
   * At least 1: with 0, no deployment gets an answer.
   *
   * @default - what is left of the account's concurrency
   */
  readonly reservedConcurrentExecutions?: number;
}
