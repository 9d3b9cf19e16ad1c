import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

const REPORTED = 'What the handler could not do is the failure of a resource: CloudFormation reports it, and nobody would redrive the request.';

/** Acknowledges towards cdk-nag what is meant to be so, and nothing that a user has chosen. */
export function acknowledgeHandler(handler: IConstruct, { runtimeIsOurs, traced }: { runtimeIsOurs: boolean; traced: boolean }): void {
  const validations = Validations.of(handler);
  validations.acknowledge(
    { id: 'Serverless-LambdaDLQ', reason: REPORTED },
    { id: 'Serverless-LambdaAsyncFailureDestination', reason: REPORTED },
    // The same, found by this library.
    { id: 'cdk-async-invoke:NoFailureDestination', reason: REPORTED },
  );
  if (runtimeIsOurs) {
    const reason = "It is the newest Node.js that aws-cdk-lib knows the stack's Region to have.";
    validations.acknowledge({ id: 'AwsSolutions-L1', reason }, { id: 'Serverless-LambdaLatestVersion', reason });
  }
  if (traced) {
    acknowledgeEverything(handler, 'X-Ray has no resources to name.');
  } else {
    validations.acknowledge({ id: 'Serverless-LambdaTracing', reason: 'It runs during deployments only; tracing is an option.' });
  }
}

/** The same for what Lambda needs to put the function into a VPC. */
export function acknowledgeNetworkInterfaces(role: IConstruct): void {
  acknowledgeEverything(role, 'Network interfaces have no names before they are made.');
}

function acknowledgeEverything(scope: IConstruct, reason: string): void {
  Validations.of(scope).acknowledge({ id: 'AwsSolutions-IAM5[Resource::*]', reason });
}
