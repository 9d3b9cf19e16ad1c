import { aws_cloudwatch as cloudwatch, aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** The alarm names the alias alone. */
export function found(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  const live = fn.addAlias('live');
  const metric = new cloudwatch.Metric({
    namespace: 'AWS/Lambda',
    metricName: 'AsyncEventsDropped',
    dimensionsMap: { FunctionName: fn.functionName, Resource: live.aliasName },
    statistic: 'Sum',
  });
  new cloudwatch.Alarm(stack, 'Dropped', { metric, threshold: 1, evaluationPeriods: 1 });
}

/** It names the function and the alias. */
export function innocent(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  const live = fn.addAlias('live');
  const metric = new cloudwatch.Metric({
    namespace: 'AWS/Lambda',
    metricName: 'AsyncEventsDropped',
    dimensionsMap: { FunctionName: fn.functionName, Resource: `${fn.functionName}:${live.aliasName}` },
    statistic: 'Sum',
  });
  new cloudwatch.Alarm(stack, 'Dropped', { metric, threshold: 1, evaluationPeriods: 1 });
}
