import { CfnResource, Stack } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';

/** The ARNs of the functions to which a state machine sends events, as far as its definition names resources of its stack. */
export function sentByStateMachine(machine: sfn.CfnStateMachine): string[] {
  const { text, references } = flattened(machine.stack.resolve(machine.definitionString ?? machine.definition));
  // Most machines wait for their functions, so they need not be parsed.
  const named = text.includes(EVENT) ? eventTasks(parsed(text)) : [];
  return named.flatMap(name => {
    const [, index, qualifier = ''] = REFERENCE.exec(name) ?? [];
    const arn = index === undefined ? undefined : arnOf(machine.stack, references[Number(index)]);
    return arn === undefined ? [] : [arn + qualifier];
  });
}

const EVENT = '"Event"';

/** Stands for an intrinsic function in the text of a definition. */
const REFERENCE = /^\{\{(\d+)\}\}(:.+)?$/;

interface Flattened {
  readonly text: string;
  readonly references: readonly unknown[];
}

/** The text of a definition, in which each intrinsic function is replaced by its number. */
function flattened(definition: unknown): Flattened {
  const references: unknown[] = [];
  const numbered = (part: unknown) => typeof part === 'string' ? part : `{{${references.push(part) - 1}}}`;
  if (typeof definition === 'string') {
    return { text: definition, references };
  }
  const [separator, parts] = (definition as Joined | undefined)?.['Fn::Join'] ?? [];
  const text = parts
    ? parts.map(numbered).join(separator)
    : JSON.stringify(definition ?? {}, (_, value) => isIntrinsic(value) ? numbered(value) : value);
  return { text, references };
}

interface Joined {
  readonly 'Fn::Join'?: readonly [separator: string, parts: readonly unknown[]];
}

function isIntrinsic(value: unknown): boolean {
  const [key, ...others] = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  return others.length === 0 && (key === 'Ref' || key?.startsWith('Fn::'));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The functions of the tasks that send an event. */
function eventTasks(definition: unknown): string[] {
  if (typeof definition !== 'object' || definition === null) {
    return [];
  }
  const { Resource, Parameters, Arguments } = definition as { Resource?: unknown; Parameters?: Invocation; Arguments?: Invocation };
  const { InvocationType, FunctionName } = Parameters ?? Arguments ?? {};
  const own = typeof Resource === 'string' && /lambda:invoke/i.test(Resource) && InvocationType === 'Event' && typeof FunctionName === 'string' ? [FunctionName] : [];
  return [...own, ...Object.values(definition).flatMap(eventTasks)];
}

interface Invocation {
  readonly InvocationType?: unknown;
  readonly FunctionName?: unknown;
}

/** The ARN of the function, alias or version that an expression of a stack refers to. */
function arnOf(stack: Stack, expression: unknown): string | undefined {
  const { Ref, 'Fn::GetAtt': [attributed] = [] } = expression as { 'Ref'?: string; 'Fn::GetAtt'?: string[] };
  const logicalId = Ref ?? attributed;
  const resource = logicalId === undefined ? undefined : stack.node.findAll().find((each): each is CfnResource =>
    CfnResource.isCfnResource(each) && each.stack === stack && stack.resolve(each.logicalId) === logicalId);
  switch (resource?.cfnResourceType) {
    case 'AWS::Lambda::Function': return (resource as lambda.CfnFunction).attrArn;
    case 'AWS::Lambda::Alias':
    case 'AWS::Lambda::Version': return resource.ref;
    default: return undefined;
  }
}
