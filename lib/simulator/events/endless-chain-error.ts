/** A function invokes itself forever, because its `RecursiveLoop` is Allow. */
export class EndlessChainError extends Error {
  constructor(functionName: string, times: number) {
    super(`\`${functionName}\` was invoked ${times} times in one chain that would never end, because its \`RecursiveLoop\` is Allow. Break the circle: change a destination, or what the function invokes.`);
    this.name = 'EndlessChainError';
  }
}
