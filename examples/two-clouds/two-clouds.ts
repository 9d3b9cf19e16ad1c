import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { alibaba, AsyncDestination, AsyncInvokeConfig } from 'cdk-async-invoke';

/** The policy for orders on both clouds: one retry, within an hour. */
export const ORDER_POLICY = { retryAttempts: 1, maxEventAge: Duration.hours(1) };

const CODE = `exports.handler = async event => ({ taken: event.id });
`;

/** Takes orders on AWS Lambda. */
export class OrdersOnAws extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);
    const orders = new lambda.Function(this, 'TakeOrder', {
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline(CODE),
    });
    const failed = new sqs.Queue(this, 'FailedOrders', { encryption: sqs.QueueEncryption.SQS_MANAGED, enforceSSL: true });
    new AsyncInvokeConfig(this, 'OrderPolicy', { function: orders, ...ORDER_POLICY, onFailure: AsyncDestination.queue(failed) });
  }
}

/** Takes orders in China on Function Compute. */
export class OrdersOnAlibabaCloud extends alibaba.RosStack {
  constructor(scope: Construct, id: string, props?: alibaba.RosStackProps) {
    super(scope, id, props);
    const role = new alibaba.RosResource(this, 'OrderRole', {
      type: 'ALIYUN::RAM::Role',
      properties: { RoleName: 'take-order', AssumeRolePolicyDocument: alibaba.DeliveryRole.trustPolicyDocument() },
    });
    const orders = new alibaba.RosResource(this, 'TakeOrder', {
      type: 'ALIYUN::FC3::Function',
      properties: {
        FunctionName: 'take-order',
        Runtime: 'nodejs20',
        Handler: 'index.handler',
        Code: { SourceCode: CODE },
        Role: role.getAtt('Arn'),
      },
    });
    const failed = new alibaba.RosResource(this, 'FailedOrders', { type: 'ALIYUN::MNS::Queue', properties: { QueueName: 'failed-orders' } });
    const policy = new alibaba.AsyncInvokeConfig(this, 'OrderPolicy', {
      functionName: orders.getAtt('FunctionName'),
      ...ORDER_POLICY,
      onFailure: alibaba.Destination.queue(failed.getAtt('QueueName')),
    });
    role.setProperty('Policies', [{ PolicyName: 'deliver', PolicyDocument: policy.deliveryPolicyDocument }]);
  }
}

/** Puts the policy on the alias that customers call. ROS cannot configure an alias, so an AWS stack does it while it deploys. */
export class LiveOrdersOnAlibabaCloud extends Stack {
  constructor(scope: Construct, id: string, place: alibaba.FunctionPlace) {
    super(scope, id);
    const key = secretsmanager.Secret.fromSecretNameV2(this, 'AlibabaKey', 'alibaba/deployer');
    new alibaba.DeployTimeAsyncInvokeConfig(this, 'OrderPolicy', {
      ...place,
      functionName: 'take-order',
      qualifier: 'live',
      credentials: alibaba.Credentials.fromSecret(key),
      ...ORDER_POLICY,
      onFailure: alibaba.Destination.queue('failed-orders'),
    });
  }
}
