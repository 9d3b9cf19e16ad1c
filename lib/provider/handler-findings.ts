import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

const REPORTED = 'CloudFormation reports every failure of the handler as the failure of a resource, and a late retry of the request would be wrong.';

/** Acknowledges findings about our own choices, but none about settings of the user. */
export function acknowledgeHandler(handler: IConstruct, { runtimeIsOurs, traced }: { runtimeIsOurs: boolean; traced: boolean }): void {
  const validations = Validations.of(handler);
  validations.acknowledge(
    { id: 'Serverless-LambdaDLQ', reason: REPORTED },
    { id: 'Serverless-LambdaAsyncFailureDestination', reason: REPORTED },
    // The same finding by this library.
    { id: 'cdk-async-invoke:NoFailureDestination', reason: REPORTED },
  );
  if (runtimeIsOurs) {
    const reason = "It is the newest Node.js runtime that aws-cdk-lib knows for the stack's Region.";
    validations.acknowledge({ id: 'AwsSolutions-L1', reason }, { id: 'Serverless-LambdaLatestVersion', reason });
  }
  if (traced) {
    acknowledgeEverything(handler, 'The actions of X-Ray support no resources.');
  } else {
    validations.acknowledge({ id: 'Serverless-LambdaTracing', reason: 'It runs during deployments only. You can switch tracing on.' });
  }
}

/** Acknowledges the wildcard that Lambda needs to attach the function to a VPC. */
export function acknowledgeNetworkInterfaces(role: IConstruct): void {
  acknowledgeEverything(role, 'Network interfaces have no names before Lambda creates them.');
}

function acknowledgeEverything(scope: IConstruct, reason: string): void {
  Validations.of(scope).acknowledge({ id: 'AwsSolutions-IAM5[Resource::*]', reason });
}
