import { aws_lambda as lambda, aws_sns as sns, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** A function is the dead-letter queue. */
export function found(stack: Stack): void {
  const next = new lambda.Function(stack, 'Next', code);
  const fn = new lambda.Function(stack, 'Fn', code);
  (fn.node.defaultChild as lambda.CfnFunction).deadLetterConfig = { targetArn: next.functionArn };
}

/** A topic is the dead-letter queue. */
export function innocent(stack: Stack): void {
  const topic = new sns.Topic(stack, 'Topic');
  const fn = new lambda.Function(stack, 'Fn', code);
  (fn.node.defaultChild as lambda.CfnFunction).deadLetterConfig = { targetArn: topic.topicArn };
}
