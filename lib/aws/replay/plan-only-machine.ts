import { Stack, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { planOnlyDefinition } from './definition/plan-only';
import { acknowledgeNoTraces } from './traces';

const STARTS_ANOTHER = 'It only starts an execution of the replay, which has a log.';

/** State machine for those who may plan only. IAM cannot tell the inputs of executions apart, so they get a machine of their own. */
export class PlanOnlyMachine extends Construct {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, machine: sfn.IStateMachine) {
    super(scope, id);
    const role = new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal('states.amazonaws.com'), description: 'Starts plans of a replay of failed events' });
    const start = iam.Grant.addToPrincipal({ grantee: role, actions: ['states:StartExecution'], resourceArns: [machine.stateMachineArn] });
    const stack = Stack.of(this);
    this.stateMachine = new sfn.StateMachine(this, 'StateMachine', {
      role,
      definitionBody: sfn.DefinitionBody.fromString(stack.toJsonString(planOnlyDefinition(stack.partition, machine.stateMachineArn))),
    });
    start.applyBefore(this.stateMachine);
    Validations.of(this.stateMachine).acknowledge({ id: 'AwsSolutions-SF1', reason: STARTS_ANOTHER });
    acknowledgeNoTraces(this.stateMachine, STARTS_ANOTHER);
  }
}
