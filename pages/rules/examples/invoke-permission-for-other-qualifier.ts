import { aws_events as events, aws_iam as iam, aws_lambda as lambda, type Stack } from 'aws-cdk-lib';
import { code } from '../code';

/** The rule invokes the alias, the permission is on the function. */
export function found(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  const live = new lambda.Alias(stack, 'Live', { aliasName: 'live', version: fn.currentVersion });
  const rule = new events.CfnRule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [{ arn: live.functionArn, id: 'Live' }] });
  fn.addPermission('Events', { principal: new iam.ServicePrincipal('events.amazonaws.com'), sourceArn: rule.attrArn });
}

/** The permission is on the alias. */
export function innocent(stack: Stack): void {
  const fn = new lambda.Function(stack, 'Fn', code);
  const live = new lambda.Alias(stack, 'Live', { aliasName: 'live', version: fn.currentVersion });
  const rule = new events.CfnRule(stack, 'Rule', { eventPattern: { source: ['shop'] }, targets: [{ arn: live.functionArn, id: 'Live' }] });
  live.addPermission('Events', { principal: new iam.ServicePrincipal('events.amazonaws.com'), sourceArn: rule.attrArn });
}
