import {
  CfnResource, DefaultTokenResolver, Reference, Stack, Token, Tokenization,
  type IFragmentConcatenator, type IPostProcessor, type IResolvable, type IResolveContext,
} from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { pathOf } from './referenced-resource';
import { dynamicReferences } from '../../constraints/aws-cloudformation/dynamic-reference';

/** Index of the function's name in the parts of its ARN. */
export const FUNCTION_NAME_PART = 6;

/** Number of parts in the ARN of a function without a qualifier. */
export const UNQUALIFIED_PARTS = FUNCTION_NAME_PART + 1;

/** The text for a reference to a resource; undefined for a resource that has no text of its own. */
export type ReferenceText = (resource: CfnResource, reference: Reference) => string | undefined;

/** The text of a value: parentheses stand around an unknown environment, braces around anything else that is unknown. */
export function tokenText(scope: IConstruct, value: string, referenceText: ReferenceText): string {
  return undivided(Token.isUnresolved(value)
    ? String(Tokenization.resolve(value, { scope, resolver: new TextResolver(referenceText) }))
    : value);
}

/**
 * A part of an ARN as the template has it, if only dynamic references are unknown in it; undefined for any other part.
 *
 * CloudFormation could not take it from the ARN with `Fn::Split`: it splits a text before it resolves the references in it.
 */
export function withDynamicReference(part: string): string | undefined {
  const text = divided(part);
  return text !== part && !isUnknown(part.replaceAll(UNDIVIDED_REFERENCES, '')) ? text : undefined;
}

/** A text in which dynamic references have their colons and slashes again. */
export function divided(text: string): string {
  return text.replaceAll(UNDIVIDED_REFERENCES, reference => reference.replaceAll(COLON, ':').replaceAll(SLASH, '/'));
}

/** Whether a part of a text is known only at deployment. */
export function isUnknown(part: string): boolean {
  return /[({]/.test(part);
}

/** The text for the account or Region of a stack that learns it at deployment. */
export function unknownEnvironment(scope: IConstruct): string {
  return `(${nameOf(Stack.of(scope))})`;
}

/** The path of a construct, without the colons that divide an ARN. */
export function nameOf(construct: IConstruct): string {
  const name = NAMES.get(construct) ?? pathOf(construct).replaceAll(':', COLON);
  NAMES.set(construct, name);
  return name;
}

/** A path never changes, and is asked for again and again: aws-cdk-lib joins it each time. */
const NAMES = new WeakMap<IConstruct, string>();

/** A text with its dynamic references, but without their colons, which divide an ARN, and their slashes, which divide a path. */
function undivided(text: string): string {
  return dynamicReferences(text).reduce((rest, reference) => rest.replace(reference, () => reference.replaceAll(':', COLON).replaceAll('/', SLASH)), text);
}

const COLON = '%3A';
const SLASH = '%2F';
const UNDIVIDED_REFERENCES = new RegExp(`\\{\\{resolve${COLON}[^}]*\\}\\}`, 'g');

/** A name in the text of `Fn::Sub`; `${!…}` is literal text. */
const NAME_IN_SUB = /\$\{([^!}][^}]*)\}/g;

const ENVIRONMENT = ['AWS::AccountId', 'AWS::Partition', 'AWS::Region'];

const JOINED: IFragmentConcatenator = {
  join: (left: unknown, right: unknown) => [left, right].filter(part => part !== undefined).join(''),
};

class TextResolver extends DefaultTokenResolver {
  constructor(private readonly referenceText: ReferenceText) {
    super(JOINED);
  }

  resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    const resource = Reference.isReference(token) && CfnResource.isCfnResource(token.target) ? token.target : undefined;
    return (resource && this.referenceText(resource, token as Reference))
      ?? this.known(super.resolveToken(token, context, postProcessor), context.scope);
  }

  /** The known text of a resolved token: of `Fn::Sub` with its values, and of a list that is split at a colon the part that is selected. */
  private known(resolved: unknown, scope: IConstruct): unknown {
    if (typeof resolved !== 'object' || resolved === null || 'Fn::Split' in resolved) {
      return resolved;
    }
    const { 'Ref': parameter, 'Fn::Select': [index, list] = [], 'Fn::Sub': template } = resolved as Intrinsic;
    if (ENVIRONMENT.includes(String(parameter))) {
      return unknownEnvironment(scope);
    }
    if (template !== undefined) {
      const [written, values = {}] = [template].flat() as [string, Readonly<Record<string, unknown>>?];
      const valueOf = (name: string) => Object.hasOwn(values, name) ? values[name] : this.known({ Ref: name }, scope);
      return written.replaceAll(NAME_IN_SUB, (_, name: string) => String(valueOf(name)));
    }
    const [separator, text] = list?.['Fn::Split'] ?? [];
    const part = separator === ':' && typeof text === 'string' ? partOfArn(undivided(text), Number(index)) : undefined;
    return part ?? `${JSON.stringify(resolved).replaceAll('"', '').replaceAll(':', '=')}@${nameOf(Stack.of(scope))}`;
  }
}

/** One part of an ARN. The identity of a function, which stands for its whole ARN, has only name and qualifier. */
function partOfArn(text: string, index: number): string | undefined {
  return text.split(':')[text.startsWith('arn:') ? index : index - FUNCTION_NAME_PART];
}

/** The intrinsic functions by which aws-cdk-lib refers to known values. */
interface Intrinsic {
  readonly 'Ref'?: string;
  readonly 'Fn::Sub'?: string | [template: string, values: object];
  readonly 'Fn::Select'?: [index: number | string, list?: { readonly 'Fn::Split'?: [separator: string, text: unknown] }];
}
