import {
  CfnResource, DefaultTokenResolver, Reference, Stack, Token, Tokenization,
  type IFragmentConcatenator, type IPostProcessor, type IResolvable, type IResolveContext,
} from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { pathOf } from './referenced-resource';

/** Index of the function's name in the parts of its ARN. */
export const FUNCTION_NAME_PART = 6;

/** Number of parts in the ARN of a function without a qualifier. */
export const UNQUALIFIED_PARTS = FUNCTION_NAME_PART + 1;

/** The text for a reference to a resource; undefined for a resource that has no text of its own. */
export type ReferenceText = (resource: CfnResource, reference: Reference) => string | undefined;

/** The text of a value: parentheses stand around an unknown environment, braces around anything else that is unknown. */
export function tokenText(scope: IConstruct, value: string, referenceText: ReferenceText): string {
  return Token.isUnresolved(value)
    ? String(Tokenization.resolve(value, { scope, resolver: new TextResolver(referenceText) }))
    : value;
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
  return pathOf(construct).replaceAll(':', '%3A');
}

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

  /** The known text of a resolved token: for a list that is split at a colon, the part that is selected. */
  private known(resolved: unknown, scope: IConstruct): unknown {
    if (typeof resolved !== 'object' || resolved === null || 'Fn::Split' in resolved) {
      return resolved;
    }
    const { Ref: parameter, 'Fn::Select': [index, list] = [] } = resolved as Intrinsic;
    if (ENVIRONMENT.includes(String(parameter))) {
      return unknownEnvironment(scope);
    }
    const [separator, text] = list?.['Fn::Split'] ?? [];
    const part = separator === ':' && typeof text === 'string' ? partOfArn(text, Number(index)) : undefined;
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
  readonly 'Fn::Select'?: [index: number | string, list?: { readonly 'Fn::Split'?: [separator: string, text: unknown] }];
}
