import { Fn, Resource, Token } from 'aws-cdk-lib';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';
import { arnText } from './target-identity';
import { UNQUALIFIED_PARTS } from './token-text';

/** The ARN of a function without its qualifier; the ARN of an imported function may have one. */
export function unqualifiedArn(scope: IConstruct, fn: lambda.IFunction): string {
  const text = arnText(scope, fn.functionArn);
  if (Resource.isOwnedResource(fn) || (text !== undefined && text.split(':').length <= UNQUALIFIED_PARTS)) {
    return fn.functionArn;
  }
  const parts = Fn.split(':', fn.functionArn);
  return Token.isUnresolved(fn.functionArn)
    ? Fn.join(':', Array.from({ length: UNQUALIFIED_PARTS }, (_, index) => Fn.select(index, parts)))
    : fn.functionArn.split(':').slice(0, UNQUALIFIED_PARTS).join(':');
}
