import type { Declared, Reader } from '../reader';
import type { FunctionTarget } from '../targets/target';
import { entryOf, textOfEntry, type Tree } from '../values/tree';
import { known, unknown, type Text, type Unknown } from '../values/value';

/** The parameters of a call to Lambda, as its API names them. */
export interface LambdaCall {
  readonly functionName?: Text;
  readonly invocationType?: Text;
  readonly qualifier?: Text;
}

/** The operations of Lambda that invoke a function. */
const OPERATIONS: readonly string[] = ['invoke', 'invokeasync'];

/** The parameters of a call in a document. */
export function callIn(parameters: Tree | undefined): LambdaCall {
  const text = (name: string) => textOfEntry(parameters, name);
  return parameters?.kind === 'unknown' ? { functionName: parameters, invocationType: parameters } : {
    functionName: text('FunctionName'),
    invocationType: text('InvocationType'),
    qualifier: text('Qualifier'),
  };
}

/**
 * The function that an operation invokes asynchronously.
 *
 * @param operation e.g. `invoke`, in any case
 * @returns `undefined` if it waits for the function or invokes none; unknown if only the run knows
 */
export function invokedAsynchronously(reader: Reader, declared: Declared, operation: string, call: LambdaCall): FunctionTarget | Unknown | undefined {
  const name = operation.toLowerCase();
  const type = name === 'invokeasync' ? EVENT : known(call.invocationType);
  if (!OPERATIONS.includes(name) || (type !== EVENT && (type !== undefined || call.invocationType === undefined))) {
    return undefined;
  }
  if (type === undefined) {
    return call.invocationType?.kind === 'unknown' ? call.invocationType : unknown('its `InvocationType` is known at deploy time only');
  }
  return reader.function(call.functionName ?? unknown('`FunctionName` is missing'), declared, call.qualifier);
}

/** The invocation type that does not wait for the function. */
export const EVENT = 'Event';

/** The value of a path of names in a document. */
export function within(tree: Tree | undefined, ...names: readonly string[]): Tree | undefined {
  return names.reduce(entryOf, tree);
}
