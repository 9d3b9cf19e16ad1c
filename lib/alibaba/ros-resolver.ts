import {
  DefaultTokenResolver, Reference, Tokenization,
  type IFragmentConcatenator, type IPostProcessor, type IResolvable, type IResolveContext,
} from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { AWS_VALUE } from '../constraints/alibaba-ros/template';
import { invalid } from '../constraints/invalid';
import { broken } from '../constraints/rule';

/**
 * Resolves a value to its form in a ROS template.
 *
 * @param scope the resource that has the value
 * @throws Error if the value refers to a resource of AWS
 */
export function resolved(scope: IConstruct, value: unknown): any {
  return Tokenization.resolve(value, { scope, resolver: new RosResolver(), preparing: false });
}

class RosResolver extends DefaultTokenResolver {
  constructor() {
    super(new RosJoin());
  }

  resolveToken(token: IResolvable, context: IResolveContext, postProcessor: IPostProcessor): any {
    if (Reference.isReference(token)) {
      throw invalid(context.scope, broken(AWS_VALUE, context.documentPath.join('.'), `${token.displayName} of ${token.target.node.path}`));
    }
    return super.resolveToken(token, context, postProcessor);
  }
}

/** Joins texts and values, in as few parts as possible. */
class RosJoin implements IFragmentConcatenator {
  join(left: any, right: any): any {
    const parts = [...partsOf(left), ...partsOf(right)].reduce<unknown[]>((merged, part) => {
      const last = merged.at(-1);
      return typeof last === 'string' && typeof part === 'string' ? [...merged.slice(0, -1), last + part] : [...merged, part];
    }, []);
    return parts.length === 1 ? parts[0] : { 'Fn::Join': ['', parts] };
  }
}

function partsOf(value: any): unknown[] {
  if (value === undefined) {
    return [];
  }
  const join = value?.['Fn::Join'];
  return Array.isArray(join) && join[0] === '' && Array.isArray(join[1]) ? join[1] : [typeof value === 'object' ? value : String(value)];
}
