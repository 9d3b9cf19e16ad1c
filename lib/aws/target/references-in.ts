import {
  CfnResource, DefaultTokenResolver, Reference, StringConcat, Tokenization, type IPostProcessor, type IResolvable, type IResolveContext,
} from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * The resources that a value refers to, wherever in it.
 *
 * What `Fn::If` chooses does not count: its author knows under which condition it exists.
 */
export function referencesIn(scope: IConstruct, value: unknown): ReadonlySet<CfnResource> {
  const collector = new Collector();
  Tokenization.resolve(value, { scope, resolver: collector, preparing: true });
  return collector.found;
}

class Collector extends DefaultTokenResolver {
  readonly found = new Set<CfnResource>();

  constructor() {
    super(new StringConcat());
  }

  resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): unknown {
    if (Reference.isReference(token)) {
      if (CfnResource.isCfnResource(token.target)) {
        this.found.add(token.target);
      }
      return undefined;
    }
    const value = token.resolve(context);
    if (typeof value === 'object' && value !== null && 'Fn::If' in value) {
      return undefined;
    }
    return postProcessor.postProcess(context.resolve(value), context);
  }
}
