/** A chain of invocations, or the flow of an event, that would go on forever. The message names the circle. */
export class EndlessChainError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EndlessChainError';
  }
}
