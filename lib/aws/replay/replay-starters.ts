import { ArnFormat, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { PlanOnlyMachine } from './plan-only-machine';
import { TABLE_KEY_ACTIONS, type ReplayStorage } from './replay-storage';
import { LEDGER_ITEM } from '../../contract/replay-ledger';
import { acknowledgeWildcard } from '../../provider/wildcard-finding';
import { grantKey } from '../destinations/key-permission';

const UNKNOWN_NAMES = 'The names of executions are unknown before they start.';

/** Folders of the work bucket that people read. */
const READ = ['plans/*', 'runs/*'];

/** Permissions of those who start replays. */
export class ReplayStarters {
  constructor(private readonly scope: Construct, private readonly machine: sfn.StateMachine, private readonly storage: ReplayStorage) {}

  grantReplay(grantee: iam.IGrantable): iam.Grant {
    const { ledger } = this.storage;
    const control = iam.Grant.addToPrincipal({
      grantee,
      actions: ['dynamodb:GetItem', 'dynamodb:UpdateItem'],
      resourceArns: [ledger.tableArn],
      // Nothing but the item that steers a run.
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${LEDGER_ITEM.control}*`] } },
    });
    grantKey(grantee, ledger.encryptionKey, TABLE_KEY_ACTIONS);
    return this.grantStart(grantee, this.machine)
      .combine(this.grantOn(grantee, ['states:StopExecution', 'states:ListMapRuns'], 'execution', [':*']))
      .combine(this.grantOn(grantee, ['states:DescribeMapRun', 'states:UpdateMapRun'], 'mapRun', ['/*']))
      .combine(this.grantRead(grantee))
      .combine(control);
  }

  grantPlan(grantee: iam.IGrantable): iam.Grant {
    return this.grantStart(grantee, this.planOnlyStateMachine ?? new PlanOnlyMachine(this.scope, 'PlanOnly', this.machine).stateMachine)
      .combine(this.grantRead(grantee));
  }

  private grantStart(grantee: iam.IGrantable, { stateMachineArn }: sfn.StateMachine): iam.Grant {
    return iam.Grant.addToPrincipal({ grantee, actions: ['states:StartExecution', 'states:DescribeStateMachine'], resourceArns: [stateMachineArn] });
  }

  /** Executions of the replay, plans and reports. */
  private grantRead(grantee: iam.IGrantable): iam.Grant {
    const { bucket } = this.storage;
    const objects = READ.map(keys => bucket.arnForObjects(keys));
    objects.forEach(keys => acknowledge(grantee, keys));
    grantKey(grantee, bucket.encryptionKey, ['kms:Decrypt']);
    return this.grantOn(grantee, ['states:DescribeExecution', 'states:GetExecutionHistory'], 'execution', [':*', '/*'])
      .combine(iam.Grant.addToPrincipal({ grantee, actions: ['states:ListExecutions'], resourceArns: [this.machine.stateMachineArn] }))
      .combine(iam.Grant.addToPrincipal({ grantee, actions: ['s3:ListBucket'], resourceArns: [bucket.bucketArn] }))
      .combine(iam.Grant.addToPrincipal({ grantee, actions: ['s3:GetObject'], resourceArns: objects }));
  }

  private grantOn(grantee: iam.IGrantable, actions: string[], resource: string, names: readonly string[]): iam.Grant {
    const resourceArns = names.map(name => Stack.of(this.scope).formatArn({
      service: 'states', resource, resourceName: `${this.machine.stateMachineName}${name}`, arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    }));
    resourceArns.forEach(arn => acknowledge(grantee, arn));
    return iam.Grant.addToPrincipal({ grantee, actions, resourceArns });
  }

  /** Undefined before anybody may plan only. */
  get planOnlyStateMachine(): sfn.StateMachine | undefined {
    return (this.scope.node.tryFindChild('PlanOnly') as PlanOnlyMachine | undefined)?.stateMachine;
  }
}

function acknowledge({ grantPrincipal }: iam.IGrantable, resource: string): void {
  if (Construct.isConstruct(grantPrincipal)) {
    acknowledgeWildcard(grantPrincipal, resource, UNKNOWN_NAMES);
  }
}
