import { Duration, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { TABLE_KEY_ACTIONS, type ReplayStorage } from './replay-storage';
import { REPLAY_FUNCTION, REPLAY_PERMISSIONS } from '../../contract/replay';
import { assetFolder } from '../../provider/asset-folder';
import { handlerPlatform } from '../../provider/handler-platform';
import { acknowledgeWildcard } from '../../provider/wildcard-finding';
import { grantKey } from '../destinations/key-permission';

const SYNCHRONOUS = 'Step Functions invokes it synchronously, and repeats what fails.';

/** Settings of both workers of a replay. */
export interface ReplayWorkerSettings {
  readonly runtime?: lambda.Runtime;
  readonly memorySize?: number;
  readonly logGroup: logs.ILogGroup;
  readonly environment: Record<string, string>;
  readonly storage: ReplayStorage;
}

/** Function that runs the worker, with a role of its own: it may use what the replay remembers, and what it is granted. */
export class ReplayWorker extends Construct implements iam.IGrantable {
  readonly function: lambda.Function;
  readonly grantPrincipal: iam.Role;

  constructor(scope: Construct, id: string, description: string, settings: ReplayWorkerSettings) {
    super(scope, id);
    this.grantPrincipal = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'), description });
    settings.logGroup.grantWrite(this);
    this.function = new lambda.Function(this, 'Function', {
      ...handlerPlatform(this),
      ...settings.runtime ? { runtime: settings.runtime } : {},
      description,
      role: this.grantPrincipal,
      logGroup: settings.logGroup,
      code: lambda.Code.fromAsset(assetFolder('replay')),
      handler: 'index.handler',
      timeout: Duration.seconds(REPLAY_FUNCTION.timeout),
      memorySize: settings.memorySize ?? REPLAY_FUNCTION.memory,
      environment: settings.environment,
    });
    this.remember(settings.storage);
    this.acknowledge(settings.runtime === undefined);
  }

  /** Lets the worker look at the age of the events that wait for functions. */
  grantMetrics(): void {
    this.grantPrincipal.addToPrincipalPolicy(new iam.PolicyStatement({ actions: [...REPLAY_PERMISSIONS.metrics], resources: ['*'] }));
    acknowledgeWildcard(this.grantPrincipal, '*', 'Metrics of Amazon CloudWatch are not resources.');
  }

  private remember({ ledger, bucket }: ReplayStorage): void {
    ledger.grant(this, ...REPLAY_PERMISSIONS.ledger);
    grantKey(this, ledger.encryptionKey, TABLE_KEY_ACTIONS);
    const objects = bucket.arnForObjects('*');
    iam.Grant.addToPrincipal({ grantee: this, actions: [...REPLAY_PERMISSIONS.work], resourceArns: [objects] });
    iam.Grant.addToPrincipal({ grantee: this, actions: [...REPLAY_PERMISSIONS.bucket], resourceArns: [bucket.bucketArn] });
    acknowledgeWildcard(this.grantPrincipal, objects, 'The bucket belongs to the replay. The keys have the names of executions.');
  }

  private acknowledge(isRuntimeOurs: boolean): void {
    const validations = Validations.of(this);
    validations.acknowledge(
      { id: 'Serverless-LambdaDLQ', reason: SYNCHRONOUS },
      { id: 'Serverless-LambdaAsyncFailureDestination', reason: SYNCHRONOUS },
      { id: 'Serverless-LambdaTracing', reason: 'Each event of a replay is in the ledger and in the report.' },
    );
    if (isRuntimeOurs) {
      const reason = "It is the newest Node.js runtime that aws-cdk-lib knows for the stack's Region.";
      validations.acknowledge({ id: 'AwsSolutions-L1', reason }, { id: 'Serverless-LambdaLatestVersion', reason });
    }
  }
}
