import { setTimeout } from 'node:timers/promises';
import { CloudFormationClient, DeleteStackCommand, DescribeStackResourcesCommand, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SFNClient } from '@aws-sdk/client-sfn';
import { SQSClient } from '@aws-sdk/client-sqs';
import { Cli, CREDENTIALS } from './cli';
import { LambdaGateway } from './emulator/lambda-gateway';
import { MiniStack } from './emulator/ministack';

/** A bootstrapped account that lives in this machine, and what one looks at it with. */
export class EmulatedAccount {
  static async start(): Promise<EmulatedAccount> {
    Object.assign(process.env, CREDENTIALS);
    const gateway = await LambdaGateway.start();
    const emulator = await MiniStack.start(gateway.url).catch(error => {
      gateway.stop();
      throw error;
    });
    gateway.forwardTo(emulator.url);
    const account = new EmulatedAccount(emulator, gateway);
    const bootstrapped = await account.cli.bootstrap();
    if (!bootstrapped.succeeded) {
      account.stop();
      throw new Error(bootstrapped.output);
    }
    return account;
  }

  readonly cli: Cli;
  readonly lambda: LambdaClient;
  readonly sqs: SQSClient;
  readonly s3: S3Client;
  readonly cloudWatch: CloudWatchClient;
  readonly dynamo: DynamoDBClient;
  readonly stepFunctions: SFNClient;
  readonly secretsManager: SecretsManagerClient;
  readonly cloudFormation: CloudFormationClient;

  private constructor(private readonly emulator: MiniStack, readonly gateway: LambdaGateway) {
    const endpoint = emulator.url;
    this.cli = new Cli(endpoint);
    this.lambda = new LambdaClient({ endpoint });
    this.sqs = new SQSClient({ endpoint });
    this.s3 = new S3Client({ endpoint, forcePathStyle: true });
    this.cloudWatch = new CloudWatchClient({ endpoint });
    this.dynamo = new DynamoDBClient({ endpoint });
    this.stepFunctions = new SFNClient({ endpoint });
    this.secretsManager = new SecretsManagerClient({ endpoint });
    this.cloudFormation = new CloudFormationClient({ endpoint });
  }

  async outputs(stack: string): Promise<Record<string, string>> {
    const { Stacks: [description] = [] } = await this.cloudFormation.send(new DescribeStacksCommand({ StackName: stack }));
    return Object.fromEntries((description.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey!, OutputValue!]));
  }

  async physicalId(stack: string, logicalId: RegExp): Promise<string> {
    const { StackResources = [] } = await this.cloudFormation.send(new DescribeStackResourcesCommand({ StackName: stack }));
    return StackResources.find(resource => logicalId.test(resource.LogicalResourceId!))!.PhysicalResourceId!;
  }

  /** The command line asks for the stack by its ARN, which MiniStack does not find. */
  async delete(stack: string): Promise<void> {
    await this.cloudFormation.send(new DeleteStackCommand({ StackName: stack }));
    for (;;) {
      const status = await this.status(stack);
      if (status === undefined || status === 'DELETE_COMPLETE') {
        return;
      }
      if (status.endsWith('_FAILED')) {
        throw new Error(`${stack}: ${status}`);
      }
      await setTimeout(200);
    }
  }

  async status(stack: string): Promise<string | undefined> {
    const description = await this.cloudFormation.send(new DescribeStacksCommand({ StackName: stack })).catch(() => undefined);
    return description?.Stacks?.[0]?.StackStatus;
  }

  stop(): void {
    this.gateway.stop();
    this.emulator.stop();
  }
}
