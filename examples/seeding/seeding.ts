import { join } from 'node:path';
import { CfnOutput, CfnParameter, Stack, type StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { DeployTimeEvent, DeployTimeInvocation } from 'cdk-async-invoke';

/**
 * Seeds a new stack once, with values that are known only at deployment, and reads two values of the response.
 *
 * Numbers in the payload stay numbers. Only the two values that are read go through CloudFormation.
 */
export class Seeding extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const tenants = new CfnParameter(this, 'Tenants', { type: 'Number', default: 2, description: 'How many tenants to begin with' });
    const orders = new sqs.Queue(this, 'Orders', { encryption: sqs.QueueEncryption.SQS_MANAGED, enforceSSL: true });
    const seed = new lambda.Function(this, 'SeedFunction', {
      runtime: lambda.Runtime.NODEJS_22_X,
      code: lambda.Code.fromAsset(join(__dirname, 'handlers')),
      handler: 'seed.handler',
    });
    const seeding = new DeployTimeInvocation(this, 'Seed', {
      function: seed,
      invokeOn: [DeployTimeEvent.CREATE],
      payload: { queue: orders.queueName, tenants: tenants.valueAsNumber },
    });
    new CfnOutput(this, 'FirstTenant', { value: seeding.getResponse('tenants.0.id') });
    new CfnOutput(this, 'TenantCount', { value: seeding.getResponse('count') });
  }
}
