import { Stack, aws_events as events, aws_events_targets as targets, aws_iam as iam, aws_lambda as lambda, type App, type AppProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { CHECKS, findings, type Finding } from '../../lib/checks';
import { ENV, synthesized } from '../topology/synthesized';

/** What people read of a finding. */
export type Told = Pick<Finding, 'id' | 'severity' | 'path' | 'property' | 'value' | 'message'>;

/** What the checks find in an app of one stack, `S`, whose environment is fixed. */
export function checked(build: (stack: Stack) => void, props?: AppProps): Told[] {
  return checkedApp(app => build(new Stack(app, 'S', { env: ENV })), props);
}

/** What the checks find in an app. */
export function checkedApp(build: (app: App) => void, props?: AppProps): Told[] {
  return findings(synthesized(build, props), CHECKS)
    .map(({ id, severity, path, property, value, message }) => ({ id, severity, path, property, value, message }));
}

/** The findings of one check. */
export function of(id: string, found: readonly Told[]): Told[] {
  return found.filter(finding => finding.id === id);
}

/** A config of `$LATEST`, as people write it who do without the constructs of aws-cdk-lib. */
export function configure(fn: lambda.IFunction, id: string, props: Partial<lambda.CfnEventInvokeConfigProps>): lambda.CfnEventInvokeConfig {
  return new lambda.CfnEventInvokeConfig(Stack.of(fn), id, { functionName: fn.functionName, qualifier: '$LATEST', ...props });
}

/** A config whose failures go to an ARN. */
export function failuresOf(fn: lambda.IFunction, destination: string): lambda.CfnEventInvokeConfig {
  return configure(fn, 'Config', { destinationConfig: { onFailure: { destination } } });
}

/** The alias that callers are told to use. */
export function liveAlias(fn: lambda.Function, props: Partial<lambda.AliasProps> = {}): lambda.Alias {
  return new lambda.Alias(Stack.of(fn), 'Live', { aliasName: 'live', version: fn.currentVersion, ...props });
}

/** A rule that invokes something for every event of a shop. */
export function invokedByRule(fn: lambda.IFunction, props: targets.LambdaFunctionProps = {}, rule: Partial<events.RuleProps> = {}): events.Rule {
  return new events.Rule(Stack.of(fn), 'Rule', { eventPattern: { source: ['shop'] }, targets: [new targets.LambdaFunction(fn, props)], ...rule });
}

/** A role for functions. */
export function executionRole(scope: Construct): iam.Role {
  return new iam.Role(scope, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') });
}

/** The same that aws-cdk-lib may not give policies, so that its grants get lost. */
export function lockedRole(scope: Construct): iam.IRole {
  return executionRole(scope).withoutPolicyUpdates();
}
