/** A function invokes itself for ever, since its `RecursiveLoop` lets it. */
export class EndlessChainError extends Error {
  constructor(functionName: string, times: number) {
    super(`\`${functionName}\` was invoked ${times} times in one chain, which would go on for ever, because its \`RecursiveLoop\` is Allow. Break the circle of destinations.`);
    this.name = 'EndlessChainError';
  }
}
