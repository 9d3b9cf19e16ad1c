import { aws_kinesis as kinesis, aws_lambda as lambda, aws_sqs as sqs, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** A stream is the destination. */
export function found(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  new lambda.CfnEventInvokeConfig(stack, 'Config', {
    functionName: fn.functionName,
    qualifier: '$LATEST',
    destinationConfig: { onFailure: { destination: new kinesis.Stream(stack, 'Stream').streamArn } },
  });
}

/** A queue is the destination. */
export function innocent(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  new lambda.CfnEventInvokeConfig(stack, 'Config', {
    functionName: fn.functionName,
    qualifier: '$LATEST',
    destinationConfig: { onFailure: { destination: new sqs.Queue(stack, 'Queue').queueArn } },
  });
}
