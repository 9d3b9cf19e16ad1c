import type { IConstruct } from 'constructs';

/** An error that says where in the app it was made. */
export function invalid(scope: IConstruct, ...messages: string[]): Error {
  return new Error(messages.map(message => `${message} [${scope.node.path}]`).join('\n'));
}
