import { App, Stack, Stage, Validations } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import * as destinations from 'aws-cdk-lib/aws-lambda-destinations';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { AsyncInvokeChecks } from 'cdk-async-invoke';

/** An app for the command line of the CDK: one error, in a stage if `STAGE` names one. */
const app = new App();
const stack = new Stack(process.env.STAGE ? new Stage(app, process.env.STAGE) : app, 'Shop');

new lambda.Function(stack, 'TakeOrder', {
  runtime: lambda.Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline('exports.handler = async event => ({ taken: event.id });'),
  onFailure: new destinations.SqsDestination(new sqs.Queue(stack, 'Failed', { fifo: true })),
});
Validations.of(app).addPlugins(new AsyncInvokeChecks());
