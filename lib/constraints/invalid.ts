/** An error that says where in the app it was made. */
export function invalid(scope: { readonly node: { readonly path: string } }, ...messages: string[]): Error {
  return new Error(messages.map(message => `${message} [${scope.node.path}]`).join('\n'));
}
