import { ArnFormat, Names, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { BoundSource } from './declared-source';
import type { MachineParts } from './definition/machine-parts';
import { replayDefinition } from './definition/replay-definition';
import { RESULTS } from './definition/run';
import { OBJECT_KEY_ACTIONS, type ReplayStorage } from './replay-storage';
import type { ReplayWorker } from './replay-worker';
import { acknowledgeNoTraces } from './traces';
import { acknowledgeWildcard } from '../../provider/wildcard-finding';
import { grantKey } from '../destinations/key-permission';

/** What the machine works with. */
export interface ReplayMachineProps {
  readonly planner: ReplayWorker;
  readonly sender: ReplayWorker;
  readonly storage: ReplayStorage;
  readonly sources: readonly BoundSource[];
  readonly parts: Pick<MachineParts, 'archives' | 'defaults'>;
  readonly logRetention: logs.RetentionDays;
}

/** State machine of a replay, whose role may call the workers, list the sources and start its own children. */
export class ReplayMachine extends Construct {
  readonly stateMachine: sfn.StateMachine;
  private readonly role: iam.Role;

  constructor(scope: Construct, id: string, props: ReplayMachineProps) {
    super(scope, id);
    const { planner, sender, storage, sources, parts, logRetention } = props;
    const stack = Stack.of(this);
    this.role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('states.amazonaws.com'), description: 'Plans and runs replays of failed events' });
    const calls = iam.Grant.addToPrincipal({
      grantee: this.role,
      actions: ['lambda:InvokeFunction'],
      resourceArns: [planner.function.functionArn, sender.function.functionArn],
    });
    sources.forEach(source => source.grantMachine(this.role));
    this.grantManifests(storage);
    this.stateMachine = new sfn.StateMachine(this, 'StateMachine', {
      role: this.role,
      definitionBody: sfn.DefinitionBody.fromString(stack.toJsonString(replayDefinition({
        ...parts,
        partition: stack.partition,
        planner: planner.function.functionArn,
        sender: sender.function.functionArn,
        workBucket: storage.bucket.bucketName,
      }))),
      logs: { destination: this.log(logRetention), level: sfn.LogLevel.ALL, includeExecutionData: false },
    });
    calls.applyBefore(this.stateMachine);
    this.grantChildren();
    acknowledgeNoTraces(this.stateMachine, 'Each event of a replay is in the ledger and in the report.');
  }

  /** Lets the Distributed Map read the manifests of plans and write the results of its children. */
  private grantManifests({ bucket }: ReplayStorage): void {
    const [manifests, results] = ['plans/*', `${RESULTS}/*`].map(keys => bucket.arnForObjects(keys));
    iam.Grant.addToPrincipal({ grantee: this.role, actions: ['s3:GetObject'], resourceArns: [manifests, results] });
    iam.Grant.addToPrincipal({
      grantee: this.role,
      actions: ['s3:PutObject', 's3:ListMultipartUploadParts', 's3:AbortMultipartUpload'],
      resourceArns: [results],
    });
    grantKey(this.role, bucket.encryptionKey, OBJECT_KEY_ACTIONS);
    for (const keys of [manifests, results]) {
      acknowledgeWildcard(this.role, keys, 'The bucket belongs to the replay. The keys have the names of executions.');
    }
  }

  /** A policy that the machine does not wait for, because it names the machine. */
  private grantChildren(): void {
    const stack = Stack.of(this);
    // Executions of the machine itself, and those of the children of its maps.
    const executions = [':*', '/*'].map(names => stack.formatArn({
      service: 'states', resource: 'execution', resourceName: `${this.stateMachine.stateMachineName}${names}`, arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    }));
    new iam.Policy(this, 'Children', {
      roles: [this.role],
      statements: [
        new iam.PolicyStatement({ actions: ['states:StartExecution'], resources: [this.stateMachine.stateMachineArn] }),
        new iam.PolicyStatement({ actions: ['states:DescribeExecution', 'states:StopExecution'], resources: executions }),
      ],
    });
    acknowledgeWildcard(this.role, '*', 'Deliveries of logs are not resources.');
    executions.forEach(names => acknowledgeWildcard(this, names, 'The names of executions are unknown before they start.'));
  }

  /** Log groups with this name need no resource policy each, whose size is limited. */
  private log(retention: logs.RetentionDays): logs.LogGroup {
    return new logs.LogGroup(this, 'Log', {
      logGroupName: `/aws/vendedlogs/states/${Stack.of(this).stackName}/${Names.uniqueResourceName(this, { maxLength: 100 })}`,
      retention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}
