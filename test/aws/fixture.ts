import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { Construct, IConstruct } from 'constructs';

/** The environment of stacks that know theirs. */
export const HERE = { account: '111111111111', region: 'eu-west-1' };

/** What every function of the tests runs. */
export const CODE: lambda.FunctionProps = {
  code: lambda.Code.fromInline('exports.handler = async () => {};'),
  handler: 'index.handler',
  runtime: lambda.Runtime.NODEJS_22_X,
};

/** A stack that learns its account and Region at deployment. */
export function agnosticStack(): Stack {
  return new Stack(new App(), 'Stack');
}

/** A stack that knows its account and Region. */
export function concreteStack(): Stack {
  return new Stack(new App(), 'Stack', { env: HERE });
}

export function fn(scope: Construct, id = 'Fn', props: Partial<lambda.FunctionProps> = {}): lambda.Function {
  return new lambda.Function(scope, id, { ...CODE, ...props });
}

export function role(scope: Construct, id = 'Role', props: Partial<iam.RoleProps> = {}): iam.Role {
  return new iam.Role(scope, id, { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'), ...props });
}

/** A resource as the template has it. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties: Record<string, any>;
  readonly DependsOn?: string[];
}

/** The resources of one type by logical id, as synthesized. */
export function resources(scope: IConstruct, type: string): Record<string, TemplateResource> {
  return Template.fromStack(Stack.of(scope)).findResources(type) as Record<string, TemplateResource>;
}

/** The configs of a stack by logical id. */
export function configs(scope: IConstruct): Record<string, TemplateResource> {
  return resources(scope, 'AWS::Lambda::EventInvokeConfig');
}

/** The only config of a stack. */
export function config(scope: IConstruct): TemplateResource {
  const all = Object.values(configs(scope));
  expect(all).toHaveLength(1);
  return all[0];
}

/** What each policy of a stack allows, by logical id. */
export function statements(scope: IConstruct): Record<string, object[]> {
  return Object.fromEntries(Object.entries(resources(scope, 'AWS::IAM::Policy'))
    .map(([id, { Properties }]) => [id, Properties.PolicyDocument.Statement]));
}

/** The message with which a stack refuses to be synthesized or declared. */
export function errorOf(declare: () => unknown): string {
  try {
    declare();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
}

/** What the app reports when it is synthesized, by construct. */
export function messages(scope: IConstruct, level = 'warning'): [path: string, message: string][] {
  const app = scope.node.root as App;
  return app.synth().stacksRecursively
    .flatMap(stack => stack.messages)
    .filter(message => message.level === level)
    .map(message => [message.id, withoutHint(String(message.entry.data))]);
}

/** aws-cdk-lib says after each warning how it is acknowledged. */
function withoutHint(message: string): string {
  return message.replace(/ \[ack: [^\]]*\]$/, '');
}
