import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Acknowledges that a state machine has no traces: those of a replay would fill with millions of the same call. */
export function acknowledgeNoTraces(stateMachine: IConstruct, reason: string): void {
  Validations.of(stateMachine).acknowledge({ id: 'AwsSolutions-SF2', reason }, { id: 'Serverless-StepFunctionStateMachineXray', reason });
}
