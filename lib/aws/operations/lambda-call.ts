import type { WrittenDocument } from './written-document';

/** The operations of Lambda that invoke a function, in small letters: the one that may wait, and the one that never does. */
const [INVOKE, INVOKE_ASYNC] = ['invoke', 'invokeasync'];

/**
 * The function to which a call of Lambda sends an event; none if it waits for the function, or if only the run knows.
 *
 * @param operation e.g. `invoke`, in any case
 * @param parameters those of the call, as the API names them
 */
export function sentByCall({ nameOf }: WrittenDocument, operation: string, parameters: unknown): string[] {
  const { FunctionName, InvocationType, Qualifier } = parameters as Readonly<Record<string, unknown>>;
  const name = operation.toLowerCase();
  const sends = name === INVOKE_ASYNC || (name === INVOKE && InvocationType === 'Event');
  const fn = sends ? nameOf(FunctionName) : undefined;
  return fn === undefined ? [] : [typeof Qualifier === 'string' ? `${fn}:${Qualifier}` : fn];
}
