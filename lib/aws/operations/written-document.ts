import { CfnResource, type Stack } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';

/** A JSON document of a template, in which each intrinsic function is replaced by a text. */
export interface WrittenDocument {
  readonly value: unknown;

  /** The name or ARN that a text in it stands for; undefined if the app does not know it. */
  readonly nameOf: (text: unknown) => string | undefined;
}

/** Stands for an intrinsic function in a text. */
const REFERENCE = /^\{\{(\d+)\}\}(:.+)?$/;

/** The name of a substitution in a text. */
const SUBSTITUTION = /\$\{(\w+)\}/g;

/**
 * The document in a property: an object, or a text with JSON.
 *
 * @param mention what must be in it. Most documents do not have it, so they need not be parsed
 * @param substitutions values that CloudFormation puts into the text
 */
export function writtenDocument(stack: Stack, property: unknown, mention = /^/, substitutions: unknown = {}): WrittenDocument | undefined {
  const references: unknown[] = [];
  const numbered = (part: unknown) => typeof part === 'string' ? part : `{{${references.push(part) - 1}}}`;
  const written = textOf(stack.resolve(property), numbered);
  if (!mention.test(written)) {
    return undefined;
  }
  const values: Readonly<Record<string, unknown>> = stack.resolve(substitutions) ?? {};
  const text = written.replaceAll(SUBSTITUTION, (found, name: string) => Object.hasOwn(values, name) ? numbered(values[name]) : found);
  const value = parsed(text);
  return value === undefined ? undefined : { value, nameOf: name => named(stack, references, name) };
}

function textOf(property: any, numbered: (part: unknown) => string): string {
  if (typeof property === 'string') {
    return property;
  }
  const [separator, parts] = property?.['Fn::Join'] ?? [];
  return parts
    ? parts.map(numbered).join(separator)
    : JSON.stringify(property ?? {}, (_, value) => isIntrinsic(value) ? numbered(value) : value);
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

function named(stack: Stack, references: readonly unknown[], text: unknown): string | undefined {
  if (typeof text !== 'string') {
    return undefined;
  }
  const [, index, qualifier = ''] = REFERENCE.exec(text) ?? [];
  if (index === undefined) {
    return /^[\w:-]+$/.test(text) ? text : undefined;
  }
  const arn = arnOf(stack, references[Number(index)]);
  return arn === undefined ? undefined : arn + qualifier;
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
