import type { FixContext } from './fix-context';
import { valueAt } from './raw-values';
import { referencesIn } from './references';
import type { FunctionNode } from '../topology';

/** The key of the config that an earlier fix of the run adds for a qualifier, which takes no second one. */
export function addedConfig(context: FixContext, { stack, logicalId }: FunctionNode, qualifier: unknown): string | undefined {
  return context.added(stack, 'AWS::Lambda::EventInvokeConfig', properties =>
    JSON.stringify(valueAt(properties, ['Qualifier'])) === JSON.stringify(qualifier) && referencesIn(valueAt(properties, ['FunctionName'])).includes(logicalId));
}
