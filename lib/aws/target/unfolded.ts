import { Tokenization, type IResolveContext } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * A structure as its construct will render it, with the tokens in it: references stay references.
 *
 * aws-cdk-lib keeps some lists as a token until it renders them. `undefined` for a structure that the app does not know.
 */
export function unfolded<T extends object>(scope: IConstruct, value: unknown): T | undefined {
  let known = value;
  while (Tokenization.isResolvable(known)) {
    known = known.resolve(contextOf(scope));
  }
  return typeof known === 'object' && known !== null && !Object.keys(known).some(key => INTRINSIC.test(key)) ? known as T : undefined;
}

/** The key of a function that only CloudFormation can compute. */
const INTRINSIC = /^(Ref|Fn::.*)$/;

function contextOf(scope: IConstruct): IResolveContext {
  return { scope, preparing: false, documentPath: [], registerPostProcessor: () => {}, resolve: (inner: unknown) => inner };
}
