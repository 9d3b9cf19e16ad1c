import type { Draft } from './draft';
import type { FixContext } from './fix-context';
import type { FunctionNode } from '../topology';

/** Adds a version of a function. All fixes of a run share it: Lambda publishes the same code only once. */
export function newVersion(draft: Draft, context: FixContext, { key, logicalId }: Pick<FunctionNode, 'key' | 'logicalId'>): string {
  return draft.add({ id: `${context.baseName(key)}Version`, type: 'AWS::Lambda::Version', properties: { FunctionName: { Ref: logicalId } }, for: key });
}
