import { aws_lambda as lambda } from 'aws-cdk-lib';

/** The properties that every function of the examples has. */
export const code = {
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
  handler: 'index.handler',
  runtime: lambda.Runtime.NODEJS_22_X,
};
