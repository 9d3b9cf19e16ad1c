import { DefaultTokenResolver, Intrinsic, Reference, SecretValue, Tokenization, type IFragmentConcatenator, type IPostProcessor, type IResolvable, type IResolveContext } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { secureServiceIn } from '../constraints/aws-cloudformation/dynamic-reference';
import { invalid } from '../constraints/invalid';
import { broken, type Rule } from '../constraints/rule';

/** Properties by name, and the rule that a reference to a secret in them breaks. */
export interface GuardedProperties {
  readonly rule: Rule;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * Refuses references to secrets in the properties of a custom resource: at once if they are known, otherwise at synth.
 *
 * @param scope construct that the message names
 * @param written properties as the user wrote them
 * @param rendered all properties of the custom resource. A message names one of them only if no written property has the reference.
 * @throws Error naming each written property that is known to refer to a secret
 */
export function guardSecrets(scope: IConstruct, written: readonly GuardedProperties[], rendered: GuardedProperties): void {
  const known = written.flatMap(properties => secretsIn(scope, properties, new KnownTokens()));
  if (known.length > 0) {
    throw invalid(scope, ...known);
  }
  scope.node.addValidation({
    validate: () => {
      const named = written.flatMap(properties => secretsIn(scope, properties, new AllTokens()));
      return named.length > 0 ? named : secretsIn(scope, rendered, new AllTokens());
    },
  });
}

function secretsIn(scope: IConstruct, { rule, values }: GuardedProperties, resolver: DefaultTokenResolver): string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    found(Tokenization.resolve(value, { scope, resolver, preparing: false }), name).map(([path, service]) => broken(rule, path, `{{resolve:${service}:…}}`)));
}

/**
 * Path and service of each reference in a resolved value.
 *
 * @param path the value as the user wrote it, without what is inside an intrinsic function
 */
function found(value: unknown, path: string, inFunction = false): [path: string, service: string][] {
  const text = textOf(value);
  if (text !== undefined) {
    const service = secureServiceIn(text);
    return service === undefined ? [] : [[path, service]];
  }
  return Object.entries(value as object).flatMap(([key, member]) => {
    const isFunction = inFunction || key.startsWith('Fn::');
    return [...found(key, path), ...found(member, isFunction ? path : `${path}.${key}`, isFunction)];
  });
}

/** Text of a value, with an ellipsis for each unknown part; undefined for a list or object. */
function textOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) {
    return String(value ?? '');
  }
  const { 'Fn::Join': [separator, parts] = [], 'Fn::Sub': template } = value as Intrinsics;
  if (Array.isArray(parts)) {
    return parts.map(textIn).join(separator);
  }
  return Array.isArray(template) ? template[0] : template;
}

function textIn(part: unknown): string {
  return textOf(part) ?? UNKNOWN;
}

const UNKNOWN = '…';

/** Intrinsic functions that make a text of several parts. */
interface Intrinsics {
  readonly 'Fn::Join'?: [separator: string, parts: unknown];
  readonly 'Fn::Sub'?: string | [template: string, ...values: unknown[]];
}

const JOINED: IFragmentConcatenator = { join: (left: unknown, right: unknown) => `${textIn(left)}${textIn(right)}` };

/** Resolves all tokens. A `SecretValue` would refuse to be resolved in an app that checks their use. */
class AllTokens extends DefaultTokenResolver {
  constructor() {
    super(JOINED);
  }

  resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    if (SecretValue.isSecretValue(token)) {
      return context.resolve(token.unsafeUnwrap());
    }
    return Reference.isReference(token) ? UNKNOWN : super.resolveToken(token, context, postProcessor);
  }
}

/** Resolves tokens whose values are known already. A lazy value may not be complete before synth. */
class KnownTokens extends AllTokens {
  resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    return token instanceof Intrinsic ? super.resolveToken(token, context, postProcessor) : UNKNOWN;
  }
}
