/** An error whose message ends with the path of a construct. */
export function invalid(scope: { readonly node: { readonly path: string } }, ...messages: string[]): Error {
  return new Error(messages.map(message => `${message} [${scope.node.path}]`).join('\n'));
}
